using System.Security.Cryptography;
using System.Text;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class KeyPairAccountTests
{
    private const string NotValid = "Signature for this request is not valid.";

    private static readonly RSA Key = RSA.Create(2048);

    private readonly TestExchange _test = new();
    private readonly SimulatedAccount _account;

    public KeyPairAccountTests() => _account = _test.Exchange.AddRsaAccount(Key.ExportSubjectPublicKeyInfoPem());

    [Fact]
    public void It_has_a_made_up_key_and_no_secret()
    {
        Assert.Matches("^[A-Za-z0-9]{64}$", _account.ApiKey);
        Assert.Empty(_account.SecretKey);
    }

    [Fact]
    public async Task A_signature_with_its_private_key_is_accepted()
    {
        SimulatedAnswer answer = await SendAsync($"timestamp={_test.Now}", RSASignaturePadding.Pkcs1, Uri.EscapeDataString);

        Assert.Equal(200, answer.StatusCode);
    }

    [Fact]
    public async Task Another_padding_is_refused()
    {
        SimulatedAnswer answer = await SendAsync($"timestamp={_test.Now}", RSASignaturePadding.Pss, Uri.EscapeDataString);

        TestExchange.AssertRefused(answer, 400, -1022, NotValid);
        Assert.Equal(
            ($"The exchange verified exactly: timestamp={_test.Now}", $"timestamp={_test.Now}"), (_test.LastRecord.Reason, _test.LastRecord.SignedText));
    }

    [Fact]
    public async Task A_plus_that_is_not_percent_encoded_is_refused()
    {
        SimulatedAnswer answer = await SendAsync($"timestamp={_test.Now}", RSASignaturePadding.Pkcs1, base64 => "++++" + Uri.EscapeDataString(base64));

        TestExchange.AssertRefused(answer, 400, -1022, NotValid);
        Assert.Equal("'signature' is not Base64, percent-encoded.", _test.LastRecord.Reason);
    }

    [Fact]
    public async Task An_empty_secret_signs_nothing()
    {
        string query = $"timestamp={_test.Now}";
        string mac = Convert.ToHexString(HMACSHA256.HashData(Array.Empty<byte>(), Encoding.ASCII.GetBytes(query)));

        SimulatedAnswer answer = await _test.SendRawAsync("GET", $"{TestExchange.Open}?{query}&signature={mac}", _account.ApiKey);

        TestExchange.AssertRefused(answer, 400, -1022, NotValid);
    }

    [Fact]
    public async Task A_verifier_of_a_tests_own_sees_the_characters_that_are_signed_and_the_signature()
    {
        string seen = "";
        SimulatedAccount account = _test.Exchange.AddAccount((payload, signature) =>
        {
            seen = $"{Encoding.ASCII.GetString(payload)} {Convert.ToHexString(signature)}";
            return true;
        });

        SimulatedAnswer answer = await _test.SendRawAsync("GET", $"{TestExchange.Open}?timestamp={_test.Now}&signature=AQID%2Bw%3D%3D", account.ApiKey);

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal($"timestamp={_test.Now} 010203FB", seen);
    }

    private Task<SimulatedAnswer> SendAsync(string query, RSASignaturePadding padding, Func<string, string> encode)
    {
        byte[] signature = Key.SignData(Encoding.ASCII.GetBytes(query), HashAlgorithmName.SHA256, padding);
        return _test.SendRawAsync("GET", $"{TestExchange.Open}?{query}&signature={encode(Convert.ToBase64String(signature))}", _account.ApiKey);
    }
}
