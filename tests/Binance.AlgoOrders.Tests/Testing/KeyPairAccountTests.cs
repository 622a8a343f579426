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
    public void It_has_a_random_key_and_no_secret()
    {
        Assert.Matches("^[A-Za-z0-9]{64}$", _account.ApiKey);
        Assert.Empty(_account.SecretKey);
    }

    [Fact]
    public async Task A_signature_with_its_private_key_is_accepted()
    {
        SimulatedResponse response = await SendAsync($"timestamp={_test.Now}", RSASignaturePadding.Pkcs1, Uri.EscapeDataString);

        Assert.Equal(200, response.StatusCode);
    }

    [Fact]
    public async Task Another_padding_is_rejected()
    {
        SimulatedResponse response = await SendAsync($"timestamp={_test.Now}", RSASignaturePadding.Pss, Uri.EscapeDataString);

        TestExchange.AssertRejected(response, 400, -1022, NotValid);
        Assert.Equal(
            ($"The signature must cover exactly: timestamp={_test.Now}", $"timestamp={_test.Now}"), (_test.LastRecord.Reason, _test.LastRecord.SignedText));
    }

    [Fact]
    public async Task A_plus_that_is_not_percent_encoded_is_rejected()
    {
        SimulatedResponse response = await SendAsync($"timestamp={_test.Now}", RSASignaturePadding.Pkcs1, base64 => "++++" + Uri.EscapeDataString(base64));

        TestExchange.AssertRejected(response, 400, -1022, NotValid);
        Assert.Equal("'signature' must be percent-encoded Base64.", _test.LastRecord.Reason);
    }

    [Fact]
    public async Task A_signature_with_an_empty_secret_is_rejected()
    {
        string query = $"timestamp={_test.Now}";
        string mac = Convert.ToHexString(HMACSHA256.HashData(Array.Empty<byte>(), Encoding.ASCII.GetBytes(query)));

        SimulatedResponse response = await _test.SendRawAsync("GET", $"{TestExchange.Open}?{query}&signature={mac}", _account.ApiKey);

        TestExchange.AssertRejected(response, 400, -1022, NotValid);
    }

    [Fact]
    public async Task A_tests_own_verifier_gets_the_signed_characters_and_the_signature()
    {
        string received = "";
        SimulatedAccount account = _test.Exchange.AddAccount((payload, signature) =>
        {
            received = $"{Encoding.ASCII.GetString(payload)} {Convert.ToHexString(signature)}";
            return true;
        });

        SimulatedResponse response = await _test.SendRawAsync("GET", $"{TestExchange.Open}?timestamp={_test.Now}&signature=AQID%2Bw%3D%3D", account.ApiKey);

        Assert.Equal(200, response.StatusCode);
        Assert.Equal($"timestamp={_test.Now} 010203FB", received);
    }

    private Task<SimulatedResponse> SendAsync(string query, RSASignaturePadding padding, Func<string, string> encode)
    {
        byte[] signature = Key.SignData(Encoding.ASCII.GetBytes(query), HashAlgorithmName.SHA256, padding);
        return _test.SendRawAsync("GET", $"{TestExchange.Open}?{query}&signature={encode(Convert.ToBase64String(signature))}", _account.ApiKey);
    }
}
