using System.Text;

namespace Binance.AlgoOrders.Tests.Signing;

public class Ed25519SignerTests
{
    private const string Cancel = "algoId=2146760&clientAlgoId=6B2I9XVcJpCjqPAJ4YoFX7&recvWindow=5000&timestamp=1736393892000";
    private const string CancelSignature = "xO1GjmxIj68nF6BVhgv%2FCSbQFb33YrcthTsG3k5ze0PSq47ywk6t2uZnWTubUbn7iaFQlaNkizZiCwkwi0N5Cw%3D%3D";

    public static TheoryData<string, string> RejectedPems => new()
    {
        { "not a PEM", "must be a private key in PKCS#8" },
        { "-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----", "must be a private key in PKCS#8" },
        { SampleKeys.Ed25519Public, "must be a private key in PKCS#8" },
        { SampleKeys.DamagedEd25519, "holds a damaged Ed25519 key" },
        { SampleKeys.UntaggedEd25519, "holds a damaged Ed25519 key" },
        { SampleKeys.ShortEd25519, "holds a damaged Ed25519 key" },
        { SampleKeys.EllipticCurve, "must hold an Ed25519 key, but holds a private key of another kind" },
        { SampleKeys.EncryptedEd25519, "encrypted, but no password was given" },
    };

    [Theory]
    // The first is published with Binance's Java SDK. The second was computed with openssl.
    [InlineData("timestamp=1736393892000", "1KohSdsEYUHEO2qTbkkjbmFdufaUTF9dKat6oUwE2RHT%2BzThFX4i1MMeNC5nqH0Eya07jbRN9%2FLq1HaTgjD2Aw%3D%3D")]
    [InlineData(Cancel, CancelSignature)]
    public async Task A_known_request_gets_its_known_signature(string payload, string signature)
    {
        using Ed25519Signer signer = Ed25519Signer.FromPem(SampleKeys.Ed25519);
        byte[] destination = new byte[signer.MaxSignatureLength];

        int length = await signer.SignAsync(Encoding.ASCII.GetBytes(payload), destination, TestContext.Current.CancellationToken);

        Assert.Equal(signature, Encoding.ASCII.GetString(destination, 0, length));
    }

    [Fact]
    public void An_encrypted_key_is_read_with_its_password()
    {
        using Ed25519Signer signer = Ed25519Signer.FromPem(SampleKeys.EncryptedEd25519, SampleKeys.Password);
        Assert.Equal(CancelSignature, Sign(signer, Cancel));
    }

    [Fact]
    public void MaxSignatureLength_allows_for_every_character_to_be_percent_encoded()
    {
        using Ed25519Signer signer = Ed25519Signer.FromPem(SampleKeys.Ed25519);
        Assert.Equal(3 * 88, signer.MaxSignatureLength);
    }

    [Theory]
    [MemberData(nameof(RejectedPems), DisableDiscoveryEnumeration = true)]
    public void A_PEM_without_an_Ed25519_key_is_rejected_with_the_reason(string pem, string reason) =>
        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => Ed25519Signer.FromPem(pem)).Message, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(RejectedPems), DisableDiscoveryEnumeration = true)]
    public void A_rejected_PEM_is_not_shown(string pem, string reason)
    {
        _ = reason;
        string text = Assert.Throws<ArgumentException>(() => Ed25519Signer.FromPem(pem)).ToString();
        Assert.All(pem.Split('\n').Where(line => !line.StartsWith('-')), line => Assert.DoesNotContain(line.Trim(), text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_wrong_password_is_rejected_and_not_shown()
    {
        var exception = Assert.Throws<ArgumentException>(() => Ed25519Signer.FromPem(SampleKeys.EncryptedEd25519, "my-wrong-word"));
        Assert.Contains("could not be decrypted: the password is wrong", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("my-wrong-word", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_threads_sign_with_one_signer()
    {
        using Ed25519Signer signer = Ed25519Signer.FromPem(SampleKeys.Ed25519);
        string[] expected = [.. Enumerable.Range(0, 64).Select(number => Sign(signer, $"algoId={number}"))];

        Parallel.For(0, 6_400, number => Assert.Equal(expected[number % 64], Sign(signer, $"algoId={number % 64}")));
    }

    [Fact]
    public void A_destination_that_is_too_short_is_rejected()
    {
        using Ed25519Signer signer = Ed25519Signer.FromPem(SampleKeys.Ed25519);
        var exception = Assert.Throws<ArgumentException>(() => signer.Sign("algoId=1"u8, new byte[263]));
        Assert.Contains("must have at least 264 bytes, but had 263", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disposed_signer_does_not_sign()
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
