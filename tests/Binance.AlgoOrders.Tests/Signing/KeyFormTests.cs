using System.Text;
using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.Tests.Signing;

public class KeyFormTests
{
    private const string Payload = "algoId=2146760&recvWindow=5000&timestamp=1736393892000";

    private static readonly byte[] Ed25519Public = Convert.FromBase64String(KeyForms.Base64Of(SampleKeys.Ed25519Public))[^32..];

    public static TheoryData<string> Forms => KeyForms.Names;

    public static TheoryData<string, string> UnsupportedEncryptions => new()
    {
        { SampleKeys.ScryptEd25519, "is encrypted with scrypt, which .NET cannot decrypt. `openssl pkcs8 -topk8 -v2 aes-256-cbc` encrypts it anew" },
        { SampleKeys.CamelliaEd25519, "is encrypted with the algorithm 1.2.392.200011.61.1.1.1.4, which .NET cannot decrypt." },
        { SampleKeys.Sha512256Ed25519, "is encrypted with the algorithm 1.2.840.113549.2.13, which .NET cannot decrypt." },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void An_RSA_key_is_read_in_every_form(string form) => AssertSame(
        RsaSigner.FromPem(SampleKeys.Rsa),
        RsaSigner.FromPem(KeyForms.Write(form, SampleKeys.Rsa)),
        RsaSigner.FromPem(KeyForms.Write(form, SampleKeys.EncryptedRsa), SampleKeys.Password));

    [Theory]
    [MemberData(nameof(Forms))]
    public void An_Ed25519_key_is_read_in_every_form(string form) => AssertSame(
        Ed25519Signer.FromPem(SampleKeys.Ed25519),
        Ed25519Signer.FromPem(KeyForms.Write(form, SampleKeys.Ed25519)),
        Ed25519Signer.FromPem(KeyForms.Write(form, SampleKeys.EncryptedEd25519), SampleKeys.Password));

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void A_key_in_version_2_of_PKCS8_is_read(bool hasPublicKey, bool hasAttributes)
    {
        byte[]? publicKey = hasPublicKey ? Ed25519Public : null;
        AssertSame(Ed25519Signer.FromPem(SampleKeys.Ed25519), Ed25519Signer.FromPem(KeyForms.ToVersion2(SampleKeys.Ed25519, publicKey, hasAttributes)));
        AssertSame(RsaSigner.FromPem(SampleKeys.Rsa), RsaSigner.FromPem(KeyForms.ToVersion2(SampleKeys.Rsa, publicKey, hasAttributes)));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_key_in_version_2_of_PKCS8_is_read_in_every_form(string form) => AssertSame(
        Ed25519Signer.FromPem(SampleKeys.Ed25519),
        Ed25519Signer.FromPem(KeyForms.Write(form, KeyForms.ToVersion2(SampleKeys.Ed25519, Ed25519Public))));

    [Theory]
    [MemberData(nameof(UnsupportedEncryptions), DisableDiscoveryEnumeration = true)]
    public void An_encryption_that_is_not_supported_is_rejected_by_name(string pem, string reason)
    {
        string[] texts =
        [
            Assert.Throws<ArgumentException>(() => Ed25519Signer.FromPem(pem, SampleKeys.Password)).ToString(),
            Assert.Throws<ArgumentException>(() => RsaSigner.FromPem(pem, SampleKeys.Password)).ToString(),
            Assert.Throws<ArgumentException>(() => AlgoOrderClient.Create(new AlgoOrderClientOptions { ApiKey = "key", PrivateKeyPem = pem, PrivateKeyPassword = SampleKeys.Password })).ToString(),
        ];

        Assert.All(texts, text => Assert.Contains(reason, text, StringComparison.Ordinal));
        Assert.All(texts, text => Assert.DoesNotContain(SampleKeys.Password, text, StringComparison.Ordinal));
        Assert.All(texts, text => Assert.DoesNotContain(KeyForms.Base64Of(pem)[..40], text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("C:\\new\\key.pem")]
    [InlineData("\"AAAA\"")]
    [InlineData("MCowBQYDK2VwAyEAfriCDVI7O8lQGC+0hKgXYJZcIUVhWiIt8F7EZwroEvs=")]
    [InlineData("MAMCAQE=")]
    public void A_text_that_holds_no_private_key_is_rejected_and_not_shown(string text)
    {
        string rsa = Assert.Throws<ArgumentException>(() => RsaSigner.FromPem(text)).Message;
        string ed25519 = Assert.Throws<ArgumentException>(() => Ed25519Signer.FromPem(text)).Message;

        Assert.Contains("contains no private key in PKCS#8", rsa, StringComparison.Ordinal);
        Assert.Contains("must be a private key in PKCS#8", ed25519, StringComparison.Ordinal);
        Assert.DoesNotContain(text.Trim('"'), rsa + ed25519, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_container_signs_with_a_key_in_every_form(string form)
    {
        var exchange = new SimulatedExchange();
        SimulatedAccount account = exchange.AddRsaAccount(SampleKeys.RsaPublic);
        var services = new ServiceCollection();
        services.AddEd25519Keys();
        services.AddBinanceAlgoOrders(options => (options.ApiKey, options.PrivateKeyPem) = (account.ApiKey, KeyForms.Write(form, SampleKeys.Rsa)))
            .ConfigurePrimaryHttpMessageHandler(exchange.CreateHandler);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<AlgoOrderClient>().CancelAsync(CancelAlgoOrderRequest.ByAlgoId(account.Place().AlgoId), TestContext.Current.CancellationToken);
    }

    private static void AssertSame(params IRequestSigner[] signers)
    {
        string[] signatures = [.. signers.Select(Sign)];
        Assert.All(signatures, signature => Assert.Equal(signatures[0], signature));
    }

    private static string Sign(IRequestSigner signer)
    {
        byte[] destination = new byte[signer.MaxSignatureLength];
        int length = signer.SignAsync(Encoding.ASCII.GetBytes(Payload), destination, TestContext.Current.CancellationToken).AsTask().GetAwaiter().GetResult();
        (signer as IDisposable)?.Dispose();
        return Encoding.ASCII.GetString(destination, 0, length);
    }
}
