using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

/// <summary>An exchange on a manual clock, with one account and a minimal client that signs requests.</summary>
internal sealed class TestExchange
{
    public const string CancelOrQuery = "/fapi/v1/algoOrder";
    public const string Place = "/fapi/v1/algoOrder";
    public const string CancelAll = "/fapi/v1/algoOpenOrders";
    public const string Open = "/fapi/v1/openAlgoOrders";
    public const string All = "/fapi/v1/allAlgoOrders";

    /// <summary>Options that reject unknown parameters.</summary>
    public static readonly SimulatedExchangeOptions Strict = new() { RejectsUnknownParameters = true };

    public TestExchange(
        DateTimeOffset? start = null, string apiKey = "the-key", string secretKey = "the-secret", SimulatedExchangeOptions? options = null)
    {
        Clock = start is { } given ? new ManualTimeProvider(given) : new ManualTimeProvider();
        Exchange = new SimulatedExchange(Clock, options);
        Account = Exchange.AddAccount(apiKey, secretKey);
    }

    public ManualTimeProvider Clock { get; }

    public SimulatedExchange Exchange { get; }

    public SimulatedAccount Account { get; }

    public long Now => Exchange.Now.ToUnixTimeMilliseconds();

    public RecordedRequest LastRecord => Exchange.Requests[^1];

    public Task<SimulatedResponse> CancelAsync(SimulatedOrder order) => SendAsync("DELETE", CancelOrQuery, $"algoId={order.AlgoId}");

    public Task<SimulatedResponse> QueryAsync(SimulatedOrder order) => SendAsync("GET", CancelOrQuery, $"algoId={order.AlgoId}");

    /// <summary>Places a <see cref="NewOrder"/>, with all parameters in the query.</summary>
    public Task<SimulatedResponse> PlaceAsync(string changes = "") => SendAsync("POST", Place, NewOrder.With(changes));

    public Task<SimulatedResponse> CancelAllAsync(string symbol) => SendAsync("DELETE", CancelAll, $"symbol={symbol}");

    /// <summary>Adds timestamp and signature, and sends the request.</summary>
    public Task<SimulatedResponse> SendAsync(string method, string path, string parameters) =>
        SendSignedAsync(method, path, parameters.Length == 0 ? $"timestamp={Now}" : $"{parameters}&timestamp={Now}");

    /// <summary>Adds the signature and sends the request.</summary>
    public Task<SimulatedResponse> SendSignedAsync(string method, string path, string query) =>
        SendRawAsync(method, $"{path}?{query}&signature={Sign(query)}");

    public Task<SimulatedResponse> SendRawAsync(string method, string target, string? apiKey = "the-key", string body = "")
    {
        KeyValuePair<string, string>[] headers = apiKey is null ? [] : [new("x-mbx-apikey", apiKey)];
        var request = new SimulatedRequest(method, target, headers, Encoding.UTF8.GetBytes(body));
        return Exchange.HandleAsync(request, TestContext.Current.CancellationToken).AsTask();
    }

    public string Sign(string text) =>
        Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Account.SecretKey), Encoding.UTF8.GetBytes(text)));

    public static string? Header(SimulatedResponse response, string name) =>
        response.Headers.Where(header => string.Equals(header.Key, name, StringComparison.Ordinal)).Select(header => header.Value).SingleOrDefault();

    public static IReadOnlyList<long> AlgoIds(SimulatedResponse response)
    {
        using JsonDocument json = JsonDocument.Parse(response.Body);
        return [.. json.RootElement.EnumerateArray().Select(order => order.GetProperty("algoId").GetInt64())];
    }

    public static void AssertRejected(SimulatedResponse response, int statusCode, int errorCode, string message)
    {
        Assert.Equal(statusCode, response.StatusCode);
        using JsonDocument json = JsonDocument.Parse(response.Body);
        Assert.Equal(errorCode, json.RootElement.GetProperty("code").GetInt32());
        Assert.Equal(message, json.RootElement.GetProperty("msg").GetString());
    }
}
