using System.Text;

namespace Binance.AlgoOrders.Tests.Signing;

public class RsaSignerTests
{
    private const string Payload = "clientAlgoId=a%2Fb%3Ac.d_e-1&recvWindow=5000&timestamp=1591702613943";

    public static TheoryData<string, string> WhatIsRefused => new()
    {
        { "not a PEM", "no private key in PKCS#8" },
        { "-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----", "no private key in PKCS#8" },
        { SampleKeys.RsaPublic, "no private key in PKCS#8" },
        { SampleKeys.DamagedRsa, "damaged" },
        { SampleKeys.RsaOf(1024), "1024 bits" },
        { SampleKeys.EllipticCurve, "neither an RSA nor an Ed25519 key" },
        { SampleKeys.EncryptedRsa, "no password" },
        { SampleKeys.Ed25519, "Ed25519Signer.FromPem" },
    };

    [Theory]
    [InlineData(2048)]
    [InlineData(4096)]
    public async Task It_signs_as_openssl_does(int bits)
    {
        using var openssl = new Openssl();
        string pem = SampleKeys.RsaOf(bits);
        using RsaSigner signer = RsaSigner.FromPem(pem);
        byte[] destination = new byte[signer.MaxSignatureLength];

        int length = await signer.SignAsync(Encoding.ASCII.GetBytes(Payload), destination, TestContext.Current.CancellationToken);

        Assert.Equal(openssl.SignRsa(pem, Payload), Convert.FromBase64String(Uri.UnescapeDataString(Encoding.ASCII.GetString(destination, 0, length))));
    }

    [Fact]
    public void What_it_writes_can_stand_in_a_query_as_it_is()
    {
        using RsaSigner signer = RsaSigner.FromPem(SampleKeys.Rsa);
        Assert.All(Enumerable.Range(0, 20), number => Assert.Matches("^([A-Za-z0-9]|%2B|%2F|%3D)+%3D%3D$", Sign(signer, $"algoId={number}")));
    }

    [Fact]
    public void Its_longest_signature_is_Base64_with_every_character_percent_encoded()
    {
        using RsaSigner signer = RsaSigner.FromPem(SampleKeys.Rsa);
        Assert.Equal(3 * 344, signer.MaxSignatureLength);
    }

    [Fact]
    public void A_password_opens_an_encrypted_key()
    {
        using RsaSigner signer = RsaSigner.FromPem(SampleKeys.Rsa);
        using RsaSigner encrypted = RsaSigner.FromPem(SampleKeys.EncryptedRsa, SampleKeys.Password);
        Assert.Equal(Sign(signer, Payload), Sign(encrypted, Payload));
    }

    [Fact]
    public void The_line_ends_of_a_PEM_may_have_become_blanks()
    {
        using RsaSigner signer = RsaSigner.FromPem(SampleKeys.Rsa);
        using RsaSigner oneLine = RsaSigner.FromPem(SampleKeys.Rsa.ReplaceLineEndings(" "));
        Assert.Equal(Sign(signer, Payload), Sign(oneLine, Payload));
    }

    [Fact]
    public void Of_several_blocks_the_first_counts()
    {
        using RsaSigner signer = RsaSigner.FromPem(SampleKeys.Rsa);
        using RsaSigner withPublic = RsaSigner.FromPem(SampleKeys.Rsa + "\n" + SampleKeys.RsaPublic);
        Assert.Equal(Sign(signer, Payload), Sign(withPublic, Payload));
    }

    [Theory]
    [MemberData(nameof(WhatIsRefused), DisableDiscoveryEnumeration = true)]
    public void What_is_no_RSA_key_is_refused_with_the_reason(string pem, string reason) =>
        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => RsaSigner.FromPem(pem)).Message, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(WhatIsRefused), DisableDiscoveryEnumeration = true)]
    public void What_is_refused_is_not_shown(string pem, string reason)
    {
        _ = reason;
        string text = Assert.Throws<ArgumentException>(() => RsaSigner.FromPem(pem)).ToString();
        Assert.All(pem.Split('\n').Where(line => !line.StartsWith('-')), line => Assert.DoesNotContain(line.Trim(), text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_wrong_password_is_refused_and_not_shown()
    {
        var exception = Assert.Throws<ArgumentException>(() => RsaSigner.FromPem(SampleKeys.EncryptedRsa, "my-wrong-word"));
        Assert.Contains("not opened by the password", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("my-wrong-word", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_PEM_there_is_no_signer() =>
        Assert.Equal("pem", Assert.Throws<ArgumentNullException>(() => RsaSigner.FromPem(null!)).ParamName);

    [Fact]
    public void One_signer_serves_many_threads()
    {
        using RsaSigner signer = RsaSigner.FromPem(SampleKeys.Rsa);
        string[] expected = [.. Enumerable.Range(0, 8).Select(number => Sign(signer, $"algoId={number}"))];

        Parallel.For(0, 400, number => Assert.Equal(expected[number % 8], Sign(signer, $"algoId={number % 8}")));
    }

    [Fact]
    public void A_destination_that_is_too_short_is_refused()
    {
        using RsaSigner signer = RsaSigner.FromPem(SampleKeys.Rsa);
        Assert.Throws<ArgumentException>(() => signer.Sign("algoId=1"u8, new byte[signer.MaxSignatureLength - 1]));
    }

    [Fact]
    public void A_disposed_signer_signs_no_more()
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
