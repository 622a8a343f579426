using Binance.AlgoOrders.Internal.Signing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Binance.AlgoOrders.Tests.Internal.Signing;

public sealed class KeyRingTests : IDisposable
{
    private static readonly ApiCredentials First = ApiCredentials.FromSecretKey("first-key", "first-secret");
    private static readonly ApiCredentials Second = ApiCredentials.FromSecretKey("second-key", "second-secret");
    private readonly List<HmacSha256Signer> _signers = [];
    private readonly KeyRing _keys;

    public KeyRingTests() => _keys = new KeyRing(MakeSigner, NullLogger.Instance);

    public static TheoryData<ApiCredentials, ApiCredentials> Others => new()
    {
        { First, ApiCredentials.FromSecretKey("second-key", "first-secret") },
        { First, ApiCredentials.FromSecretKey("first-key", "second-secret") },
        { ApiCredentials.FromPrivateKeyPem("key", "PEM", "word"), ApiCredentials.FromPrivateKeyPem("key", "another PEM", "word") },
        { ApiCredentials.FromPrivateKeyPem("key", "PEM", "word"), ApiCredentials.FromPrivateKeyPem("key", "PEM", "another word") },
        { ApiCredentials.FromSigner("key", new FixedSigner("mine")), ApiCredentials.FromSigner("key", new FixedSigner("mine")) },
    };

    [Fact]
    public void An_empty_ring_lends_nothing() => Assert.Null(_keys.TryLease());

    [Fact]
    public void Inquiries_are_counted_from_one()
    {
        Assert.Equal(0, _keys.Inquiries);
        Assert.Equal(1, _keys.BeginInquiry());
        Assert.Equal(2, _keys.BeginInquiry());
        Assert.Equal(2, _keys.Inquiries);
    }

    [Fact]
    public void A_late_answer_replaces_nothing_newer()
    {
        _keys.Put(Second, inquiry: 2);
        _keys.Put(First, inquiry: 1);
        Assert.Equal("second-key", _keys.TryLease()!.ApiKey);
    }

    [Fact]
    public void The_last_word_of_one_inquiry_counts()
    {
        _keys.Put(First, inquiry: 1);
        _keys.Put(Second, inquiry: 1);
        Assert.Equal("second-key", _keys.TryLease()!.ApiKey);
    }

    [Theory]
    [MemberData(nameof(Others), DisableDiscoveryEnumeration = true)]
    public void Credentials_that_differ_in_one_thing_replace_the_ones_before(ApiCredentials before, ApiCredentials after)
    {
        _keys.Put(before, inquiry: 1);
        _keys.Put(after, inquiry: 2);
        Assert.Same(after, _keys.TryLease()!.Credentials);
    }

    [Fact]
    public void Equal_credentials_answer_a_later_inquiry_and_replace_nothing()
    {
        _keys.Put(First, inquiry: 1);
        _keys.Put(ApiCredentials.FromSecretKey("first-key", "first-secret"), inquiry: 2);

        Assert.Same(First, _keys.TryLease()!.Credentials);
        Assert.True(_keys.WasAnsweredAfter(1));
        Assert.False(_keys.WasReplacedAfter(1));
    }

    [Fact]
    public void What_an_inquiry_brought_is_no_answer_to_a_later_one()
    {
        _keys.Put(First, inquiry: 2);

        Assert.True(_keys.WasReplacedAfter(1));
        Assert.False(_keys.WasReplacedAfter(2));
        Assert.False(_keys.WasAnsweredAfter(2));
    }

    [Fact]
    public void A_disposed_ring_lends_nothing_and_clears_what_is_put_on_it()
    {
        _keys.Put(First, inquiry: 1);
        _keys.Dispose();
        _keys.Put(Second, inquiry: 2);

        Assert.Null(_keys.TryLease());
        Assert.Equal(2, _signers.Count);
        Assert.All(_signers, signer => Assert.Throws<ObjectDisposedException>(() => signer.Sign("algoId=1"u8, new byte[64])));
    }

    public void Dispose() => _keys.Dispose();

    private HmacSha256Signer MakeSigner(ApiCredentials credentials)
    {
        _signers.Add(new HmacSha256Signer(credentials.SecretKey ?? "any-secret"));
        return _signers[^1];
    }
}
