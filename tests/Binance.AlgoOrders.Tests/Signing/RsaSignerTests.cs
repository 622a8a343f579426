using System.Text;

namespace Binance.AlgoOrders.Tests.Signing;

public class RsaSignerTests
{
    private const string Payload = "clientAlgoId=a%2Fb%3Ac.d_e-1&recvWindow=5000&timestamp=1591702613943";

    public static TheoryData<string, string> RejectedPems => new()
    {
        { "not a PEM", "contains no private key in PKCS#8." },
        { "-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----", "contains no private key in PKCS#8." },
        { SampleKeys.RsaPublic, "contains no private key in PKCS#8." },
        { SampleKeys.DamagedRsa, "is a damaged RSA key." },
        { SampleKeys.RsaOf(1024), "must be an RSA key of at least 2048 bits, but was one of 1024 bits." },
        { SampleKeys.EllipticCurve, "must be an RSA or an Ed25519 key, but was of another kind." },
        { SampleKeys.EncryptedRsa, "is encrypted, but no password was given." },
        { SampleKeys.Ed25519, "Ed25519Signer.FromPem" },
    };

    [Theory]
    [InlineData(2048)]
    [InlineData(4096)]
    public async Task A_signature_is_the_same_as_that_of_openssl(int bits)
    {
        using var openssl = new Openssl();
        string pem = SampleKeys.RsaOf(bits);
        using RsaSigner signer = RsaSigner.FromPem(pem);
        byte[] destination = new byte[signer.MaxSignatureLength];

        int length = await signer.SignAsync(Encoding.ASCII.GetBytes(Payload), destination, TestContext.Current.CancellationToken);

        Assert.Equal(openssl.SignRsa(pem, Payload), Convert.FromBase64String(Uri.UnescapeDataString(Encoding.ASCII.GetString(destination, 0, length))));
    }

    [Fact]
    public void A_signature_is_percent_encoded()
    {
        using RsaSigner signer = RsaSigner.FromPem(SampleKeys.Rsa);
        Assert.All(Enumerable.Range(0, 20), number => Assert.Matches("^([A-Za-z0-9]|%2B|%2F|%3D)+%3D%3D$", Sign(signer, $"algoId={number}")));
    }

    [Fact]
    public void MaxSignatureLength_allows_for_every_character_to_be_percent_encoded()
    {
        using RsaSigner signer = RsaSigner.FromPem(SampleKeys.Rsa);
        Assert.Equal(3 * 344, signer.MaxSignatureLength);
    }

    [Fact]
    public void An_encrypted_key_is_read_with_its_password()
    {
        using RsaSigner signer = RsaSigner.FromPem(SampleKeys.Rsa);
        using RsaSigner encrypted = RsaSigner.FromPem(SampleKeys.EncryptedRsa, SampleKeys.Password);
        Assert.Equal(Sign(signer, Payload), Sign(encrypted, Payload));
    }

    [Fact]
    public void A_PEM_is_read_with_blanks_in_place_of_line_ends()
    {
        using RsaSigner signer = RsaSigner.FromPem(SampleKeys.Rsa);
        using RsaSigner oneLine = RsaSigner.FromPem(SampleKeys.Rsa.ReplaceLineEndings(" "));
        Assert.Equal(Sign(signer, Payload), Sign(oneLine, Payload));
    }

    [Fact]
    public void The_first_of_several_blocks_is_read()
    {
        using RsaSigner signer = RsaSigner.FromPem(SampleKeys.Rsa);
        using RsaSigner withPublic = RsaSigner.FromPem(SampleKeys.Rsa + "\n" + SampleKeys.RsaPublic);
        Assert.Equal(Sign(signer, Payload), Sign(withPublic, Payload));
    }

    [Theory]
    [MemberData(nameof(RejectedPems), DisableDiscoveryEnumeration = true)]
    public void A_PEM_without_an_RSA_key_is_rejected_with_the_reason(string pem, string reason) =>
        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => RsaSigner.FromPem(pem)).Message, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(RejectedPems), DisableDiscoveryEnumeration = true)]
    public void A_rejected_PEM_is_not_shown(string pem, string reason)
    {
        _ = reason;
        string text = Assert.Throws<ArgumentException>(() => RsaSigner.FromPem(pem)).ToString();
        Assert.All(pem.Split('\n').Where(line => !line.StartsWith('-')), line => Assert.DoesNotContain(line.Trim(), text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_wrong_password_is_rejected_and_not_shown()
    {
        var exception = Assert.Throws<ArgumentException>(() => RsaSigner.FromPem(SampleKeys.EncryptedRsa, "my-wrong-word"));
        Assert.Contains("cannot be opened with the password", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("my-wrong-word", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_null_PEM_is_rejected() =>
        Assert.Equal("pem", Assert.Throws<ArgumentNullException>(() => RsaSigner.FromPem(null!)).ParamName);

    [Fact]
    public void Many_threads_sign_with_one_signer()
    {
        using RsaSigner signer = RsaSigner.FromPem(SampleKeys.Rsa);
        string[] expected = [.. Enumerable.Range(0, 8).Select(number => Sign(signer, $"algoId={number}"))];

        Parallel.For(0, 400, number => Assert.Equal(expected[number % 8], Sign(signer, $"algoId={number % 8}")));
    }

    [Fact]
    public void A_destination_that_is_too_short_is_rejected()
    {
        using RsaSigner signer = RsaSigner.FromPem(SampleKeys.Rsa);
        Assert.Throws<ArgumentException>(() => signer.Sign("algoId=1"u8, new byte[signer.MaxSignatureLength - 1]));
    }

    [Fact]
    public void A_disposed_signer_does_not_sign()
    {
        RsaSigner signer = RsaSigner.FromPem(SampleKeys.Rsa);
        signer.Dispose();
        signer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => signer.Sign("algoId=1"u8, new byte[signer.MaxSignatureLength]));
    }

    private static string Sign(RsaSigner signer, string payload)
    {
        byte[] destination = new byte[signer.MaxSignatureLength];
        int length = signer.Sign(Encoding.ASCII.GetBytes(payload), destination);
        return Encoding.ASCII.GetString(destination, 0, length);
    }
}
