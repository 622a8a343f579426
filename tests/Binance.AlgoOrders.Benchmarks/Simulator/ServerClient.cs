using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Sends the signed requests of one account to the server.</summary>
internal sealed class ServerClient(HttpClient http, Uri address, SimulatedAccount account)
{
    private const string OrderPath = "fapi/v1/algoOrder";
    private const string NewOrder = "algoType=CONDITIONAL&symbol=BTCUSDT&side=SELL&type=STOP_MARKET&quantity=0.010&triggerPrice=1000.00";

    private readonly byte[] _secret = Encoding.ASCII.GetBytes(account.SecretKey);

    /// <summary>Starts the user data stream and returns its listen key.</summary>
    public async Task<string> StartStreamAsync()
    {
        using HttpResponseMessage response = await SendAsync(HttpMethod.Post, "fapi/v1/listenKey");
        using JsonDocument json = await ReadAsync(response);
        return json.RootElement.GetProperty("listenKey").GetString()!;
    }

    /// <summary>Places an order that the price never reaches, and returns its id, or null if it was rejected.</summary>
    public async Task<long?> PlaceAsync()
    {
        using HttpResponseMessage response = await SendAsync(HttpMethod.Post, Sign(OrderPath, NewOrder));
        using JsonDocument json = await ReadAsync(response);
        return json.RootElement.TryGetProperty("algoId", out JsonElement id) ? id.GetInt64() : null;
    }

    public Task<bool> QueryAsync(long algoId) => SucceedsAsync(HttpMethod.Get, OrderPath, NameOf(algoId));

    public Task<bool> ListAsync() => SucceedsAsync(HttpMethod.Get, "fapi/v1/openAlgoOrders", "symbol=BTCUSDT");

    public Task<bool> CancelAsync(long algoId) => SucceedsAsync(HttpMethod.Delete, OrderPath, NameOf(algoId));

    private static string NameOf(long algoId) => string.Create(CultureInfo.InvariantCulture, $"algoId={algoId}");

    private static async Task<JsonDocument> ReadAsync(HttpResponseMessage response) => JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());

    private async Task<bool> SucceedsAsync(HttpMethod method, string path, string parameters)
    {
        using HttpResponseMessage response = await SendAsync(method, Sign(path, parameters));
        await response.Content.CopyToAsync(Stream.Null);
        return response.StatusCode == HttpStatusCode.OK;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string target)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, target));
        request.Headers.TryAddWithoutValidation(Account.ApiKeyHeader, account.ApiKey);
        return await http.SendAsync(request);
    }

    private string Sign(string path, string parameters)
    {
        string query = string.Create(CultureInfo.InvariantCulture, $"{parameters}&timestamp={TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()}");
        return $"{path}?{query}&signature={Convert.ToHexStringLower(HMACSHA256.HashData(_secret, Encoding.ASCII.GetBytes(query)))}";
    }
}
