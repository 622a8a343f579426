using System.Globalization;
using System.Text;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests.Signing;

namespace Binance.AlgoOrders.Tests.Testing.WebSockets;

/// <summary>The signature of the WebSocket API covers all parameters but itself, sorted by name, as raw UTF-8.</summary>
public class ApiSignatureTests
{
    private const long Time = 1736393892000;

    private readonly TestExchange _test = new(DateTimeOffset.FromUnixTimeMilliseconds(Time), "apiKey", "secretKey");
    private readonly ApiClient _client;

    public ApiSignatureTests() => _client = new ApiClient(_test);

    [Fact]
    public void The_HMAC_vector_is_accepted() => ApiClient.AssertError(
        _client.Send(
            "algoOrder.cancel",
            ("timestamp", Time),
            ("signature", "26da6cd9566cb29e047567d4b92a87eec3cbd0371f19a2310a964fd574cf2bed"),
            ("recvWindow", 5000),
            ("apiKey", "apiKey"),
            ("algoId", 2000000002162519)),
        400,
        -2011);

    [Theory]
    [InlineData(
        "algoOrder.cancel",
        "algoId=2000000002162519&apiKey=apiKey&recvWindow=5000&timestamp=1736393892000",
        "kt19WbHbVFn6fHpEeK/Mcq7S6bImx24UH8T7kAoA8blVFKV9jmLczphQsZ8P0ykbN9o5FZKWU0MYd5+NXmxLDg==")]
    [InlineData(
        "session.logon",
        "apiKey=apiKey&timestamp=1736393892000",
        "w5VdScCUjVCBg8gmima0WOwDjnL0BaNQ0Boi0A4rSSa8oszi1Ul+MWr5JH3JJ2zEduiEV781IxQg61lz3c+9BA==")]
    [InlineData(
        "algoOrder.place",
        "apiKey=apiKey&side=BUY&symbol=BTCUSDT&timestamp=1736393892000&type=LIMIT",
        "NY2J8Gl6ma79oNKejRwyRmuKvymgH5ybfEZ3fqC+wGnnfrIPNKY5iDB+btYVmBZq88HDZFMNHhjbxC+J7o3DBA==")]
    public void The_payload_is_that_of_the_Ed25519_vector(string method, string payload, string signature)
    {
        using Ed25519Signer signer = Ed25519Signer.FromPem(SampleKeys.Ed25519);
        (string, object)[] parameters = [.. payload.Split('&').AsEnumerable().Reverse().Select(pair => (pair.Split('=')[0], ValueOf(pair.Split('=')[1])))];

        ApiClient.AssertError(_client.Send(method, [.. parameters, ("signature", "wrong")]), 400, -1022);

        Assert.Equal(payload, _test.LastRecord.SignedText);
        Assert.Equal(signature, Ed25519Text.Sign(signer, Encoding.UTF8.GetBytes(_test.LastRecord.SignedText!)));
    }

    [Fact]
    public void The_payload_is_not_percent_encoded()
    {
        SimulatedOrder order = _test.Account.Place(clientAlgoId: "a/b:c ü&=+%");

        Assert.Contains("\"status\":200", _client.Call("algoOrder.cancel", ("clientAlgoId", order.ClientAlgoId)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_payload_with_percent_encoded_values_is_accepted_and_recorded()
    {
        SimulatedOrder order = _test.Account.Place(clientAlgoId: "a/b:c");

        Assert.Contains("\"status\":200", SendEncoded(_client, order), StringComparison.Ordinal);
        Assert.True(_test.LastRecord.HasEncodedSignature);
        Assert.Contains("\"status\":200", _client.Call("algoOrder.cancel", ("algoId", _test.Account.Place().AlgoId)), StringComparison.Ordinal);
        Assert.False(_test.LastRecord.HasEncodedSignature);
    }

    [Fact]
    public void A_payload_with_percent_encoded_values_is_rejected_by_a_strict_exchange()
    {
        var strict = new TestExchange(
            DateTimeOffset.FromUnixTimeMilliseconds(Time), "apiKey", "secretKey", new SimulatedExchangeOptions { RejectsEncodedWebSocketSignatures = true });
        SimulatedOrder order = strict.Account.Place(clientAlgoId: "a/b:c");

        ApiClient.AssertError(SendEncoded(new ApiClient(strict), order), 400, -1022);
        Assert.Equal($"apiKey=apiKey&clientAlgoId=a/b:c&timestamp={Time}", strict.LastRecord.SignedText);
    }

    [Fact]
    public void Without_a_key_a_request_is_rejected() =>
        ApiClient.AssertError(_client.Send("algoOrder.cancel", ("algoId", 1), ("timestamp", Time)), 401, -2014);

    [Fact]
    public void Without_a_signature_a_request_is_rejected() =>
        ApiClient.AssertError(_client.Send("algoOrder.cancel", ("algoId", 1), ("timestamp", Time), ("apiKey", "apiKey")), 400, -1102);

    private string? SendEncoded(ApiClient client, SimulatedOrder order) => client.Send(
        "algoOrder.cancel",
        ("clientAlgoId", order.ClientAlgoId),
        ("apiKey", "apiKey"),
        ("timestamp", Time),
        ("signature", _test.Sign($"apiKey=apiKey&clientAlgoId={Uri.EscapeDataString(order.ClientAlgoId)}&timestamp={Time}")));

    private static object ValueOf(string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
        {
            return number;
        }

        return text;
    }
}
