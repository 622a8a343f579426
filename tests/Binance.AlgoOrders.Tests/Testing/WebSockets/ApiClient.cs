using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing.WebSockets;

/// <summary>A minimal client of the WebSocket API on one connection.</summary>
internal sealed class ApiClient(TestExchange test)
{
    public SimulatedWebSocket Socket { get; } = test.Exchange.ConnectWebSocket("/ws-fapi/v1")
        ?? throw new InvalidOperationException("The exchange must accept the connection, but refused it.");

    /// <summary>Sends a request with the key of the account, the current time and an HMAC signature, and returns the response, or null if none came.</summary>
    public string? Call(string method, params (string Name, object Value)[] parameters)
    {
        (string Name, object Value)[] all = [.. parameters, ("apiKey", test.Account.ApiKey), ("timestamp", test.Now)];
        return Send(method, [.. all, ("signature", Sign(all))]);
    }

    /// <summary>Sends a request with exactly these parameters.</summary>
    public string? Send(string method, params (string Name, object Value)[] parameters)
    {
        IEnumerable<string> members = parameters.Select(parameter => $"\"{parameter.Name}\":{Json(parameter.Value)}");
        return SendRaw($$$"""{"id":"the-id","method":"{{{method}}}","params":{{{{string.Join(',', members)}}}}}""");
    }

    public string? SendRaw(string text)
    {
        Socket.Send(text);
        return Socket.TryRead()?.Text;
    }

    public string Sign(IEnumerable<(string Name, object Value)> parameters)
    {
        IEnumerable<string> pairs = parameters
            .OrderBy(parameter => parameter.Name, StringComparer.Ordinal)
            .Select(parameter => string.Create(CultureInfo.InvariantCulture, $"{parameter.Name}={parameter.Value}"));
        return Convert.ToHexString(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(test.Account.SecretKey), Encoding.UTF8.GetBytes(string.Join('&', pairs))));
    }

    public static void AssertError(string? response, int status, int code)
    {
        using JsonDocument json = JsonDocument.Parse(Assert.IsType<string>(response));
        Assert.Equal(
            (status, code), (json.RootElement.GetProperty("status").GetInt32(), json.RootElement.GetProperty("error").GetProperty("code").GetInt32()));
    }

    private static string Json(object value) => value switch
    {
        string text => $"\"{JsonEncodedText.Encode(text)}\"",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };
}
