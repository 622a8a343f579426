using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

/// <summary>An exchange on a clock that stands still, with one account and a client that signs by itself.</summary>
internal sealed class TestExchange
{
    public const string CancelOrQuery = "/fapi/v1/algoOrder";
    public const string Place = "/fapi/v1/algoOrder";
    public const string CancelAll = "/fapi/v1/algoOpenOrders";
    public const string Open = "/fapi/v1/openAlgoOrders";
    public const string All = "/fapi/v1/allAlgoOrders";

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

    public SimulatedExchangeRecord LastRecord => Exchange.Journal[^1];

    public Task<SimulatedAnswer> CancelAsync(SimulatedOrder order) => SendAsync("DELETE", CancelOrQuery, $"algoId={order.AlgoId}");

    public Task<SimulatedAnswer> QueryAsync(SimulatedOrder order) => SendAsync("GET", CancelOrQuery, $"algoId={order.AlgoId}");

    /// <summary>Places a <see cref="NewOrder"/>, all of it in the query.</summary>
    public Task<SimulatedAnswer> PlaceAsync(string changes = "") => SendAsync("POST", Place, NewOrder.With(changes));

    public Task<SimulatedAnswer> CancelAllAsync(string symbol) => SendAsync("DELETE", CancelAll, $"symbol={symbol}");

    /// <summary>Stamps and signs.</summary>
    public Task<SimulatedAnswer> SendAsync(string method, string path, string parameters) =>
        SendSignedAsync(method, path, parameters.Length == 0 ? $"timestamp={Now}" : $"{parameters}&timestamp={Now}");

    /// <summary>Signs what is given.</summary>
    public Task<SimulatedAnswer> SendSignedAsync(string method, string path, string query) =>
        SendRawAsync(method, $"{path}?{query}&signature={Sign(query)}");

    public Task<SimulatedAnswer> SendRawAsync(string method, string target, string? apiKey = "the-key", string body = "")
    {
        KeyValuePair<string, string>[] headers = apiKey is null ? [] : [new("x-mbx-apikey", apiKey)];
        var request = new SimulatedRequest(method, target, headers, Encoding.UTF8.GetBytes(body));
        return Exchange.HandleAsync(request, TestContext.Current.CancellationToken).AsTask();
    }

    public string Sign(string text) =>
        Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Account.SecretKey), Encoding.UTF8.GetBytes(text)));

    public static string? Header(SimulatedAnswer answer, string name) =>
        answer.Headers.Where(header => string.Equals(header.Key, name, StringComparison.Ordinal)).Select(header => header.Value).SingleOrDefault();

    public static IReadOnlyList<long> AlgoIds(SimulatedAnswer answer)
    {
        using JsonDocument json = JsonDocument.Parse(answer.Body);
        return [.. json.RootElement.EnumerateArray().Select(order => order.GetProperty("algoId").GetInt64())];
    }

    public static void AssertRefused(SimulatedAnswer answer, int statusCode, int errorCode, string message)
    {
        Assert.Equal(statusCode, answer.StatusCode);
        using JsonDocument json = JsonDocument.Parse(answer.Body);
        Assert.Equal(errorCode, json.RootElement.GetProperty("code").GetInt32());
        Assert.Equal(message, json.RootElement.GetProperty("msg").GetString());
    }
}
