using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Cancel;

/// <summary>Cancels that Binance, or something in between, refuses.</summary>
public sealed class RefusedCancelTests : IDisposable
{
    private readonly TestVenue _venue = new();

    [Theory]
    [InlineData(-4117, "Stop order is triggering.")]
    [InlineData(-5028, "ME recvWindow reject.")]
    [InlineData(-1016, "This service is no longer available.")]
    [InlineData(-1001, "Internal error; unable to process your request. Please try again.")]
    [InlineData(-2011, "This action is disabled on this account.")]
    [InlineData(-2011, "Market is closed.")]
    [InlineData(-2018, "Balance is not sufficient.")]
    [InlineData(-99999, "A code that is not known yet.")]
    public async Task A_refusal_that_may_pass_is_followed_by_another_cancel(int code, string text)
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.On("DELETE").Next(2, Refuse(code, text));

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        Assert.Equal(CancelEvidence.Acknowledged, Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome).Evidence);
    }

    [Theory]
    [InlineData(-4117, "Stop order is triggering.")]
    [InlineData(-1001, "Something new.")]
    [InlineData(-99999, "A code that is not known yet.")]
    public async Task A_trigger_behind_a_refusal_is_found(int code, string text)
    {
        SimulatedOrder stop = _venue.Account.Place();
        stop.Trigger();
        _venue.Exchange.Faults.On("DELETE").Next(Refuse(code, text));
        Assert.IsType<CancelAlgoOrderOutcome.Triggered>(await _venue.EnsureCanceledAsync(stop));
    }

    [Fact]
    public async Task A_refusal_that_does_not_pass_is_the_reason_of_StillOpen()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.On("DELETE").Next(1000, Refuse(-2011, "This action is disabled on this account."));

        var stillOpen = Assert.IsType<CancelAlgoOrderOutcome.StillOpen>(await _venue.EnsureCanceledAsync(stop));

        Assert.Contains("This action is disabled on this account.", stillOpen.LastError!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("This action is disabled on this account.")]
    [InlineData("Market is closed.")]
    [InlineData("Account has insufficient balance for requested action.")]
    public async Task A_plain_cancel_does_not_call_a_refusal_an_unknown_order(string text)
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.On("DELETE").Next(Refuse(-2011, text));

        var exception = await Assert.ThrowsAsync<BinanceApiException>(() =>
            _venue.Client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(stop.AlgoId), TestContext.Current.CancellationToken));

        Assert.Contains(text, exception.Message, StringComparison.Ordinal);
        Assert.Equal(ExecutionStatus.NotExecuted, exception.Execution);
    }

    [Theory]
    [InlineData(451, """{"code":0,"msg":"Service unavailable from a restricted location."}""")]
    [InlineData(451, "<html>Unavailable For Legal Reasons</html>")]
    [InlineData(404, """{"code":-5000,"msg":"Path /fapi/v1/algoOrder, Method DELETE is invalid"}""")]
    [InlineData(400, """{"code":-1002,"msg":"You are not authorized to execute this request."}""")]
    [InlineData(400, """{"code":-4109,"msg":"This account is inactive."}""")]
    public async Task A_refusal_that_concerns_the_caller_ends_the_call_at_once(int status, string body)
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.Next(1000, Fault.Respond(status, body, executed: false));
        DateTimeOffset start = _venue.Time.GetUtcNow();

        var exception = await Assert.ThrowsAsync<BinanceApiException>(() => _venue.EnsureCanceledAsync(stop));

        Assert.Equal(ExecutionStatus.NotExecuted, exception.Execution);
        Assert.Equal(start, _venue.Time.GetUtcNow());
        Assert.Single(_venue.Exchange.Requests);
    }

    [Fact]
    public async Task A_page_of_another_server_is_reported_with_its_address()
    {
        _venue.Exchange.Faults.Next(Fault.Respond(404, "<html>nginx: no such page</html>", executed: false));

        var exception = await Assert.ThrowsAsync<BinanceApiException>(() => _venue.EnsureCanceledAsync(_venue.Account.Place()));

        Assert.Equal(ExecutionStatus.Unknown, exception.Execution);
        Assert.Single(_venue.Exchange.Requests);
        Assert.Contains("fapi.binance.com", exception.Message, StringComparison.Ordinal);
        Assert.Contains("BaseAddress", exception.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _venue.Dispose();

    private static Fault Refuse(int code, string text) => Fault.Respond(400, $$"""{"code":{{code}},"msg":"{{text}}"}""", executed: false);
}
