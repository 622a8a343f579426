using System.Text.Json;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests.Wire;

namespace Binance.AlgoOrders.Tests.Cancel;

public class CancelAlgoOrderExchangeTests
{
    public static TheoryData<string> Successes => GoldenExchange.Names("Cancel", "success_");

    public static TheoryData<string> Failures => GoldenExchange.Names("Cancel", "failure_");

    [Theory]
    [MemberData(nameof(Successes))]
    public async Task The_whole_request_and_the_result_are_as_recorded(string name)
    {
        using var exchange = GoldenExchange.Load("Cancel", name);
        using var network = new PrimaryHandlerStub(exchange.Answer);
        using AlgoOrderClient client = Client(network);

        CancelAlgoOrderResult result = await client.CancelAsync(RequestOf(exchange.Call), TestContext.Current.CancellationToken);

        exchange.AssertSent(network);
        Assert.Equal(
            new CancelAlgoOrderResult
            {
                AlgoId = exchange.Expect.GetProperty("algoId").GetInt64(),
                ClientAlgoId = exchange.Expect.GetProperty("clientAlgoId").GetString()!,
                Code = exchange.Expect.GetProperty("code").GetString()!,
                Message = exchange.Expect.GetProperty("message").GetString()!,
            },
            result);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task The_whole_request_and_the_exception_are_as_recorded(string name)
    {
        using var exchange = GoldenExchange.Load("Cancel", name);
        using var network = new PrimaryHandlerStub(exchange.Answer);
        using AlgoOrderClient client = Client(network);

        BinanceApiException exception = await Assert.ThrowsAnyAsync<BinanceApiException>(
            () => client.CancelAsync(RequestOf(exchange.Call), TestContext.Current.CancellationToken));

        exchange.AssertSent(network);
        exchange.AssertExpected(exception);
    }

    private static AlgoOrderClient Client(PrimaryHandlerStub network) =>
        AlgoOrderClient.Create(TestAccount.Options(), network, new ManualTimeProvider(GoldenExchange.Now));

    private static CancelAlgoOrderRequest RequestOf(JsonElement call)
    {
        CancelAlgoOrderRequest request = call.TryGetProperty("algoId", out JsonElement algoId)
            ? CancelAlgoOrderRequest.ByAlgoId(algoId.GetInt64())
            : CancelAlgoOrderRequest.ByClientAlgoId(call.GetProperty("clientAlgoId").GetString()!);
        return call.TryGetProperty("recvWindow", out JsonElement window)
            ? request with { RecvWindow = TimeSpan.FromMilliseconds(window.GetInt32()) }
            : request;
    }
}
