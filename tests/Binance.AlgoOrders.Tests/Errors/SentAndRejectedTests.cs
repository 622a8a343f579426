using System.Net;
using Binance.AlgoOrders.Tests.Wire;

namespace Binance.AlgoOrders.Tests.Errors;

/// <summary>An exception says "never sent" only of a request that never left the process.</summary>
public class SentAndRejectedTests
{
    private const string Throttled = """{"code":-1008,"msg":"Request throttled by system-level protection."}""";
    private static readonly NewAlgoOrder Stop = new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.Of(0.01m), 58_000m) { ClientAlgoId = "my-stop" };

    [Fact]
    public async Task A_request_that_found_no_connection_was_never_sent()
    {
        AlgoOrderTransportException failure = await FailAsync(client => client.PlaceAsync(Stop, TestContext.Current.CancellationToken), Refuse);
        Assert.StartsWith("POST /fapi/v1/algoOrder was never sent (refused).", failure.Message, StringComparison.Ordinal);
        Assert.Equal(ExecutionStatus.NotExecuted, failure.Execution);
    }

    [Fact]
    public async Task A_new_order_that_was_rejected_once_and_then_found_no_connection_was_not_executed()
    {
        AlgoOrderTransportException failure = await FailAsync(client => client.PlaceAsync(Stop, TestContext.Current.CancellationToken), Throttle, Refuse);
        Assert.Equal("POST /fapi/v1/algoOrder was not executed (refused). It may be sent again.", failure.Message);
        Assert.Equal(ExecutionStatus.NotExecuted, failure.Execution);
    }

    [Fact]
    public async Task A_cancel_that_was_rejected_once_and_then_found_no_connection_was_not_executed()
    {
        AlgoOrderTransportException failure = await FailAsync(
            client => client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(7), TestContext.Current.CancellationToken), Throttle, Refuse);
        Assert.Equal("DELETE /fapi/v1/algoOrder was not executed (refused). It may be sent again.", failure.Message);
    }

    [Fact]
    public async Task A_query_that_was_rejected_once_and_then_found_no_connection_was_not_executed()
    {
        AlgoOrderTransportException failure = await FailAsync(
            client => client.FindAsync(AlgoOrderId.FromAlgoId(7), TestContext.Current.CancellationToken), Throttle, Refuse);
        Assert.Equal("GET /fapi/v1/algoOrder was not executed (refused). It may be sent again.", failure.Message);
    }

    private static HttpResponseMessage Throttle() => PrimaryHandlerStub.Json(HttpStatusCode.ServiceUnavailable, Throttled);

    private static HttpResponseMessage Refuse() => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused");

    private static async Task<AlgoOrderTransportException> FailAsync(Func<AlgoOrderClient, Task> call, params Func<HttpResponseMessage>[] responses)
    {
        int count = 0;
        using var network = new PrimaryHandlerStub(() => responses[count++]());
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(options => options.MaxRetryAttempts = responses.Length - 1), network);
        return await Assert.ThrowsAsync<AlgoOrderTransportException>(() => call(client));
    }
}
