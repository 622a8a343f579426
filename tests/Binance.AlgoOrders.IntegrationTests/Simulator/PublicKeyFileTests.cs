using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Binance.AlgoOrders.Samples;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.IntegrationTests.Simulator;

/// <summary>Tests the file of <c>--public-key</c>.</summary>
public sealed class PublicKeyFileTests : IDisposable
{
    // The test key of Binance's SDK for Java.
    private const string PrivateKey = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEILpXm6EtDzSzPJWHTbP904h5R3bzb0QsLjTf1tAt2OlB\n-----END PRIVATE KEY-----\n";
    private const string PublicKey = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAfriCDVI7O8lQGC+0hKgXYJZcIUVhWiIt8F7EZwroEvs=\n-----END PUBLIC KEY-----\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly SimulatedExchange _exchange = new();
    private readonly Ed25519Signer _signer = Ed25519Signer.FromPem(PrivateKey);

    public void Dispose()
    {
        _signer.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Requests_with_an_Ed25519_signature_are_accepted()
    {
        SimulatedAccount account = Add(PublicKey);
        SimulatedOrder order = account.Place();
        using var client = AlgoOrderClient.Create(
            new AlgoOrderClientOptions { ApiKey = account.ApiKey, Signer = _signer }, _exchange.CreateHandler());

        await client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(order.AlgoId), TestContext.Current.CancellationToken);

        Assert.Equal(SimulatedOrderStatus.Canceled, order.Status);
    }

    [Theory]
    [InlineData("a", -1022)]
    [InlineData("", 200)]
    public async Task A_signature_must_cover_the_request(string suffix, int expected)
    {
        SimulatedAccount account = Add(PublicKey);
        string query = $"timestamp={_exchange.Now.ToUnixTimeMilliseconds()}";
        string target = $"/fapi/v1/openAlgoOrders?{query}&signature={Uri.EscapeDataString(Sign(query + suffix))}";

        SimulatedResponse response = await _exchange.HandleAsync(
            new SimulatedRequest("GET", target, [new("X-MBX-APIKEY", account.ApiKey)]), TestContext.Current.CancellationToken);

        Assert.Equal(expected, _exchange.Requests[^1].ErrorCode ?? response.StatusCode);
    }

    [Fact]
    public void A_connection_of_the_WebSocket_API_can_log_on_with_an_Ed25519_signature()
    {
        SimulatedAccount account = Add(PublicKey);
        SimulatedWebSocket socket = _exchange.ConnectWebSocket("/ws-fapi/v1")!;
        long now = _exchange.Now.ToUnixTimeMilliseconds();
        string signature = Sign($"apiKey={account.ApiKey}&timestamp={now}");

        socket.Send(JsonSerializer.Serialize(new
        {
            id = 1,
            method = "session.logon",
            @params = new { apiKey = account.ApiKey, timestamp = now, signature },
        }));

        using JsonDocument response = JsonDocument.Parse(socket.TryRead()!.Text!);
        Assert.Equal(200, response.RootElement.GetProperty("status").GetInt32());
        Assert.Equal(account.ApiKey, response.RootElement.GetProperty("result").GetProperty("apiKey").GetString());
    }

    [Fact]
    public void An_RSA_key_is_accepted_too()
    {
        using var key = RSA.Create(2048);

        Assert.Empty(Add(key.ExportSubjectPublicKeyInfoPem()).SecretKey);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a key")]
    [InlineData(PrivateKey)]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")]
    public void A_file_with_neither_kind_is_an_error_that_names_both(string text)
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => Add(text));

        Assert.StartsWith(
            $"--public-key must be a PEM file with an RSA or Ed25519 public key (-----BEGIN PUBLIC KEY-----), but '{KeyPath}' was not: ", error.Message, StringComparison.Ordinal);
    }

    private string KeyPath => Path.Combine(_folder.FullName, "key.pem");

    private SimulatedAccount Add(string pem)
    {
        File.WriteAllText(KeyPath, pem);
        return PublicKeyFile.AddAccount(_exchange, new FileInfo(KeyPath));
    }

    private string Sign(string payload)
    {
        byte[] signature = new byte[_signer.MaxSignatureLength];
        int length = _signer.Sign(Encoding.ASCII.GetBytes(payload), signature);
        return Uri.UnescapeDataString(Encoding.ASCII.GetString(signature, 0, length));
    }
}
