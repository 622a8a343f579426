using System.Text;

namespace Binance.AlgoOrders.Tests.Signing;

public class Ed25519SignerTests
{
    private const string Cancel = "algoId=2146760&clientAlgoId=6B2I9XVcJpCjqPAJ4YoFX7&recvWindow=5000&timestamp=1736393892000";
    private const string CancelSignature = "xO1GjmxIj68nF6BVhgv%2FCSbQFb33YrcthTsG3k5ze0PSq47ywk6t2uZnWTubUbn7iaFQlaNkizZiCwkwi0N5Cw%3D%3D";

    public static TheoryData<string, string> WhatIsRefused => new()
    {
        { "not a PEM", "no private key in PKCS#8" },
        { "-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----", "no private key in PKCS#8" },
        { SampleKeys.Ed25519Public, "no private key in PKCS#8" },
        { SampleKeys.DamagedEd25519, "damaged" },
        { SampleKeys.EllipticCurve, "not of the kind Ed25519" },
        { SampleKeys.EncryptedEd25519, "no password" },
    };

    [Theory]
    // Binance's Java SDK; the second, its cancel, computed with openssl.
    [InlineData("timestamp=1736393892000", "1KohSdsEYUHEO2qTbkkjbmFdufaUTF9dKat6oUwE2RHT%2BzThFX4i1MMeNC5nqH0Eya07jbRN9%2FLq1HaTgjD2Aw%3D%3D")]
    [InlineData(Cancel, CancelSignature)]
    public async Task Known_requests_get_their_known_signatures(string payload, string signature)
    {
        using Ed25519Signer signer = Ed25519Signer.FromPem(SampleKeys.Ed25519);
        byte[] destination = new byte[signer.MaxSignatureLength];

        int length = await signer.SignAsync(Encoding.ASCII.GetBytes(payload), destination, TestContext.Current.CancellationToken);

        Assert.Equal(signature, Encoding.ASCII.GetString(destination, 0, length));
    }

    [Fact]
    public void A_password_opens_an_encrypted_key()
    {
        using Ed25519Signer signer = Ed25519Signer.FromPem(SampleKeys.EncryptedEd25519, SampleKeys.Password);
        Assert.Equal(CancelSignature, Sign(signer, Cancel));
    }

    [Fact]
    public void Its_longest_signature_is_Base64_with_every_character_percent_encoded()
    {
        using Ed25519Signer signer = Ed25519Signer.FromPem(SampleKeys.Ed25519);
        Assert.Equal(3 * 88, signer.MaxSignatureLength);
    }

    [Theory]
    [MemberData(nameof(WhatIsRefused), DisableDiscoveryEnumeration = true)]
    public void What_is_no_Ed25519_key_is_refused_with_the_reason(string pem, string reason) =>
        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => Ed25519Signer.FromPem(pem)).Message, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(WhatIsRefused), DisableDiscoveryEnumeration = true)]
    public void What_is_refused_is_not_shown(string pem, string reason)
    {
        _ = reason;
        string text = Assert.Throws<ArgumentException>(() => Ed25519Signer.FromPem(pem)).ToString();
        Assert.All(pem.Split('\n').Where(line => !line.StartsWith('-')), line => Assert.DoesNotContain(line.Trim(), text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_wrong_password_is_refused_and_not_shown()
    {
        var exception = Assert.Throws<ArgumentException>(() => Ed25519Signer.FromPem(SampleKeys.EncryptedEd25519, "my-wrong-word"));
        Assert.Contains("not opened by the password", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("my-wrong-word", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_signer_serves_many_threads()
    {
        using Ed25519Signer signer = Ed25519Signer.FromPem(SampleKeys.Ed25519);
        string[] expected = [.. Enumerable.Range(0, 64).Select(number => Sign(signer, $"algoId={number}"))];

        Parallel.For(0, 6_400, number => Assert.Equal(expected[number % 64], Sign(signer, $"algoId={number % 64}")));
    }

    [Fact]
    public void A_destination_that_is_too_short_is_refused()
    {
        using Ed25519Signer signer = Ed25519Signer.FromPem(SampleKeys.Ed25519);
        Assert.Throws<ArgumentException>(() => signer.Sign("algoId=1"u8, new byte[263]));
    }

    [Fact]
    public void A_disposed_signer_signs_no_more()
    {
        Ed25519Signer signer = Ed25519Signer.FromPem(SampleKeys.Ed25519);
        signer.Dispose();
        signer.Dispose();
        var exception = Assert.Throws<ObjectDisposedException>(() => signer.Sign("algoId=1"u8, new byte[264]));
        Assert.Equal(typeof(Ed25519Signer).FullName, exception.ObjectName);
    }

    private static string Sign(Ed25519Signer signer, string payload)
    {
        byte[] destination = new byte[signer.MaxSignatureLength];
        int length = signer.Sign(Encoding.ASCII.GetBytes(payload), destination);
        return Encoding.ASCII.GetString(destination, 0, length);
    }
}
