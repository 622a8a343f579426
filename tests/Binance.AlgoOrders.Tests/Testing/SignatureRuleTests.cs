using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class SignatureRuleTests
{
    private const string FuturesSecret = "2b5eb11e18796d12d88f13dc27dbbd02c2cc51ff7059765ed9821957d82bb4d9";
    private const string SpotSecret = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
    private const string NotValid = "Signature for this request is not valid.";
    private readonly TestExchange _test = new(options: TestExchange.Strict);

    // The signature is checked before the other errors of these requests, so any other code proves that it was accepted.
    [Theory]
    [InlineData(FuturesSecret, 1591702613943, -1104, "3c661234138461fcc7a7d8746c6558c9842d4e10870d2ecbedf7777cad694af9", "symbol=BTCUSDT&side=BUY&type=LIMIT&quantity=1&price=9000&timeInForce=GTC&recvWindow=5000&timestamp=1591702613943")]
    [InlineData(SpotSecret, 1499827319559, -1104, "c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71", "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559")]
    [InlineData(SpotSecret, 1499827319559, -1104, "e1353ec6b14d888f1164ae9af8228a3dbd508bc82eb867db8ab6046442f33ef3", "symbol=%EF%BC%91%EF%BC%92%EF%BC%93%EF%BC%94%EF%BC%95%EF%BC%96&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559")]
    [InlineData("secretKey", 1736393892000, -1128, "87096ab0f7ef63c753df68f8402162e99b54653f0b45ee1736f9b9f8b1ff7160", "algoId=2146760&clientAlgoId=6B2I9XVcJpCjqPAJ4YoFX7&recvWindow=5000&timestamp=1736393892000")]
    [InlineData("secretKey", 1736393892000, -1128, "45846156242c5b783dfbafe56f177eb51e9d45a16dcb15e667e825d16d7333a2", "algoId=1&clientAlgoId=1&recvWindow=5000&timestamp=1736393892000")]
    [InlineData(FuturesSecret, 1591702613943, -2011, "a6c189781eea19fb4229ab7044195942ee52b5df91b3684ba2990ce3fee0c770", "clientAlgoId=a%2Fb%3Ac.d_e-1&recvWindow=5000&timestamp=1591702613943")]
    public async Task A_published_signature_is_accepted(string secret, long now, int codeBeyond, string signature, string query)
    {
        var test = new TestExchange(DateTimeOffset.FromUnixTimeMilliseconds(now), secretKey: secret, options: TestExchange.Strict);

        await test.SendRawAsync("DELETE", $"{TestExchange.CancelOrQuery}?{query}&signature={signature}");

        Assert.Equal(codeBeyond, test.LastRecord.ErrorCode);
    }

    [Fact]
    public async Task A_published_signature_over_query_and_body_is_accepted()
    {
        const string Body = "symbol=BNBUSDT&side=BUY&reduceOnly=false&algoType=CONDITIONAL&newOrderRespType=ACK&selfTradePreventionMode=NONE"
            + "&type=LIMIT&priceProtect=false&workingType=CONTRACT_PRICE";
        var test = new TestExchange(DateTimeOffset.FromUnixTimeMilliseconds(1736393892000), secretKey: "secretKey", options: TestExchange.Strict);

        await test.SendRawAsync(
            "DELETE",
            TestExchange.CancelOrQuery + "?timestamp=1736393892000&signature=e12ec8df92e5886319b32a913f0f988abfddaf9092516c76b7cb8dc39366423b",
            body: Body);

        Assert.Equal(-1104, test.LastRecord.ErrorCode);
    }

    [Fact]
    public async Task The_signature_may_be_at_the_end_of_the_body()
    {
        SimulatedOrder order = _test.Account.Place();
        string body = $"algoId={order.AlgoId}&timestamp={_test.Now}";

        SimulatedResponse response = await _test.SendRawAsync("DELETE", TestExchange.CancelOrQuery, body: $"{body}&signature={_test.Sign(body)}");

        Assert.Equal(200, response.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Hex_digits_are_accepted_in_either_case(bool upper)
    {
        string query = $"timestamp={_test.Now}";
        string hex = _test.Sign(query);
        hex = string.Concat(hex.Select(digit => upper ? char.ToUpperInvariant(digit) : char.ToLowerInvariant(digit)));

        SimulatedResponse response = await _test.SendRawAsync("GET", $"{TestExchange.Open}?{query}&signature={hex}");

        Assert.Equal(200, response.StatusCode);
    }

    [Theory]
    [InlineData("symbol=BTCUSDT", "symbol=ETHUSDT")]
    [InlineData("symbol=BTCUSDT", "symbol=BTCUSD%54")]
    [InlineData("symbol=BTC%2fUSDT", "symbol=BTC%2FUSDT")]
    public async Task A_signature_over_other_characters_is_rejected_even_if_they_are_equivalent(string covered, string sent)
    {
        string signature = _test.Sign($"{covered}&timestamp={_test.Now}");

        SimulatedResponse response = await _test.SendRawAsync("GET", $"{TestExchange.Open}?{sent}&timestamp={_test.Now}&signature={signature}");

        TestExchange.AssertRejected(response, 400, -1022, NotValid);
    }

    [Fact]
    public async Task The_request_log_has_the_text_that_the_signature_must_cover()
    {
        await _test.SendRawAsync("GET", $"{TestExchange.Open}?symbol=A%2FB&timestamp={_test.Now}&signature=00");

        Assert.EndsWith($": symbol=A%2FB&timestamp={_test.Now}", _test.LastRecord.Reason, StringComparison.Ordinal);
        Assert.Equal($"symbol=A%2FB&timestamp={_test.Now}", _test.LastRecord.SignedText);
    }

    [Fact]
    public async Task Query_and_body_are_signed_without_a_separator()
    {
        await _test.SendRawAsync("POST", $"{TestExchange.Place}?symbol=BTCUSDT", body: $"timestamp={_test.Now}&signature=00");

        Assert.Equal($"symbol=BTCUSDTtimestamp={_test.Now}", _test.LastRecord.SignedText);
    }

    [Fact]
    public async Task The_signed_text_of_a_valid_signature_is_not_recorded()
    {
        await _test.SendAsync("GET", TestExchange.Open, "unknown=1");

        Assert.Equal((-1104, null), (_test.LastRecord.ErrorCode, _test.LastRecord.SignedText));
    }

    [Fact]
    public async Task A_signature_that_is_not_the_last_parameter_is_rejected()
    {
        string signature = _test.Sign($"timestamp={_test.Now}");

        SimulatedResponse response = await _test.SendRawAsync("GET", $"{TestExchange.Open}?signature={signature}&timestamp={_test.Now}");

        TestExchange.AssertRejected(response, 400, -1022, NotValid);
        Assert.Equal("'signature' must be the last parameter.", _test.LastRecord.Reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&signature=")]
    public async Task A_request_without_a_signature_is_rejected(string signature)
    {
        SimulatedResponse response = await _test.SendRawAsync("GET", $"{TestExchange.Open}?timestamp={_test.Now}{signature}");

        TestExchange.AssertRejected(response, 400, -1102, "Mandatory parameter 'signature' was not sent, was empty/null, or malformed.");
    }
}
