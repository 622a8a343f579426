using Binance.AlgoOrders.Internal.Signing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Binance.AlgoOrders.Tests.Internal.Signing;

public sealed class CredentialStoreTests : IDisposable
{
    private static readonly ApiCredentials First = ApiCredentials.FromSecretKey("first-key", "first-secret");
    private static readonly ApiCredentials Second = ApiCredentials.FromSecretKey("second-key", "second-secret");
    private readonly List<HmacSha256Signer> _signers = [];
    private readonly CredentialStore _store;

    public CredentialStoreTests() => _store = new CredentialStore(CreateSigner, NullLogger.Instance);

    public static TheoryData<ApiCredentials, ApiCredentials> DifferentCredentials => new()
    {
        { First, ApiCredentials.FromSecretKey("second-key", "first-secret") },
        { First, ApiCredentials.FromSecretKey("first-key", "second-secret") },
        { ApiCredentials.FromPrivateKeyPem("key", "PEM", "word"), ApiCredentials.FromPrivateKeyPem("key", "another PEM", "word") },
        { ApiCredentials.FromPrivateKeyPem("key", "PEM", "word"), ApiCredentials.FromPrivateKeyPem("key", "PEM", "another word") },
        { ApiCredentials.FromSigner("key", new FixedSigner("mine")), ApiCredentials.FromSigner("key", new FixedSigner("mine")) },
    };

    [Fact]
    public void TryLease_returns_null_when_the_store_is_empty() => Assert.Null(_store.TryLease());

    [Fact]
    public void Versions_are_counted_from_one()
    {
        Assert.Equal(0, _store.LatestVersion);
        Assert.Equal(1, _store.NextVersion());
        Assert.Equal(2, _store.NextVersion());
        Assert.Equal(2, _store.LatestVersion);
    }

    [Fact]
    public void A_late_refresh_does_not_replace_newer_credentials()
    {
        _store.Set(Second, version: 2);
        _store.Set(First, version: 1);
        Assert.Equal("second-key", _store.TryLease()!.ApiKey);
    }

    [Fact]
    public void The_last_credentials_of_one_version_are_used()
    {
        _store.Set(First, version: 1);
        _store.Set(Second, version: 1);
        Assert.Equal("second-key", _store.TryLease()!.ApiKey);
    }

    [Theory]
    [MemberData(nameof(DifferentCredentials), DisableDiscoveryEnumeration = true)]
    public void Credentials_that_differ_in_one_value_replace_the_previous_ones(ApiCredentials before, ApiCredentials after)
    {
        _store.Set(before, version: 1);
        _store.Set(after, version: 2);
        Assert.Same(after, _store.TryLease()!.Credentials);
    }

    [Fact]
    public void Equal_credentials_complete_a_later_refresh_and_replace_nothing()
    {
        _store.Set(First, version: 1);
        _store.Set(ApiCredentials.FromSecretKey("first-key", "first-secret"), version: 2);

        Assert.Same(First, _store.TryLease()!.Credentials);
        Assert.True(_store.WasRefreshedAfter(1));
        Assert.False(_store.WasReplacedAfter(1));
    }

    [Fact]
    public void The_result_of_a_refresh_does_not_complete_a_later_one()
    {
        _store.Set(First, version: 2);

        Assert.True(_store.WasReplacedAfter(1));
        Assert.False(_store.WasReplacedAfter(2));
        Assert.False(_store.WasRefreshedAfter(2));
    }

    [Fact]
    public void A_disposed_store_leases_nothing_and_disposes_the_signers_of_new_credentials()
    {
        _store.Set(First, version: 1);
        _store.Dispose();
        _store.Set(Second, version: 2);

        Assert.Null(_store.TryLease());
        Assert.Equal(2, _signers.Count);
        Assert.All(_signers, signer => Assert.Throws<ObjectDisposedException>(() => signer.Sign("algoId=1"u8, new byte[64])));
    }

    public void Dispose() => _store.Dispose();

    private HmacSha256Signer CreateSigner(ApiCredentials credentials)
    {
        _signers.Add(new HmacSha256Signer(credentials.SecretKey ?? "any-secret"));
        return _signers[^1];
    }
}
