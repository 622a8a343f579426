using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Errors;

/// <summary>An exception names the order that the failed call was about.</summary>
public sealed class ExceptionIdTests : IDisposable
{
    private readonly TestVenue _venue = new(options => (options.Timeout, options.AttemptTimeout, options.MaxRetryAttempts) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), 0));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_failed_cancel_has_the_id_that_was_given()
    {
        var byNumber = await Assert.ThrowsAsync<AlgoOrderNotFoundException>(() => _venue.Client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(7), Token));
        var byText = await Assert.ThrowsAsync<AlgoOrderNotFoundException>(() => _venue.Client.CancelAsync(CancelAlgoOrderRequest.ByClientAlgoId("x y"), Token));

        Assert.Equal((7, null), (byNumber.AlgoId, byNumber.ClientAlgoId));
        Assert.Equal((null, "x y"), (byText.AlgoId, byText.ClientAlgoId));
    }

    [Fact]
    public async Task A_lost_cancel_and_a_ban_have_the_id()
    {
        _venue.Exchange.Faults.Next(Fault.ConnectionRefused, Fault.Banned418(TimeSpan.FromMinutes(5)));
        CancelAlgoOrderRequest request = CancelAlgoOrderRequest.ByClientAlgoId("my-stop");

        AlgoOrderException lost = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => _venue.Client.CancelAsync(request, Token));
        AlgoOrderException banned = await Assert.ThrowsAsync<BinanceRateLimitException>(() => _venue.Client.CancelAsync(request, Token));

        Assert.All([lost, banned], failure => Assert.Equal("my-stop", failure.ClientAlgoId));
    }

    [Fact]
    public async Task A_call_that_ensures_a_cancel_has_the_id_in_what_it_throws_and_in_its_outcome()
    {
        _venue.Exchange.Faults.On(SimulatedOperation.Cancel).Next(int.MaxValue, Fault.DropBeforeExecuting);
        _venue.Exchange.Faults.On(SimulatedOperation.Find).Next(int.MaxValue, Fault.InternalError503);
        SimulatedOrder stop = _venue.Account.Place(clientAlgoId: "my-stop");
        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(stop.AlgoId) with { Symbol = "BTCUSDT" });
        _venue.Exchange.Faults.Clear();
        _venue.Exchange.Faults.Next(Fault.Banned418(TimeSpan.FromMinutes(5)));
        var thrown = await Assert.ThrowsAsync<BinanceRateLimitException>(() => _venue.EnsureCanceledAsync(CancelAlgoOrderRequest.ByClientAlgoId("my-stop")));

        var lastError = Assert.IsAssignableFrom<AlgoOrderException>(Assert.IsType<CancelAlgoOrderOutcome.Unknown>(outcome).LastError);
        Assert.Equal(stop.AlgoId, lastError.AlgoId);
        Assert.Equal("my-stop", thrown.ClientAlgoId);
    }

    [Fact]
    public async Task A_failed_query_has_the_id()
    {
        _venue.Exchange.Faults.Next(2, Fault.DropBeforeExecuting);

        var byNumber = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => _venue.Client.FindAsync(AlgoOrderId.FromAlgoId(7), Token));
        var byText = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => _venue.Client.FindAsync(AlgoOrderId.FromClientAlgoId("my-stop"), Token));

        Assert.Equal((7, null), (byNumber.AlgoId, byNumber.ClientAlgoId));
        Assert.Equal((null, "my-stop"), (byText.AlgoId, byText.ClientAlgoId));
    }

    [Fact]
    public async Task A_refused_placement_has_the_id_of_the_order()
    {
        _venue.Exchange.Faults.Next(Fault.Respond(400, """{"code":-2021,"msg":"Order would immediately trigger."}""", executed: false));
        var stop = new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.ClosePosition, 58_000m);

        var refusal = await Assert.ThrowsAsync<BinanceApiException>(() => _venue.Client.PlaceAsync(stop, Token));

        Assert.Equal((stop.ClientAlgoId, null), (refusal.ClientAlgoId, refusal.AlgoId));
    }

    [Fact]
    public async Task A_call_about_no_single_order_has_no_id()
    {
        _venue.Exchange.Faults.Next(5, Fault.DropBeforeExecuting);

        AlgoOrderException[] failures =
        [
            await Assert.ThrowsAsync<AlgoOrderTransportException>(() => _venue.Client.ListOpenAsync("BTCUSDT", Token)),
            await Assert.ThrowsAsync<AlgoOrderTransportException>(() => _venue.Client.CancelAllAsync("BTCUSDT", Token)),
            await Assert.ThrowsAsync<AlgoOrderTransportException>(() => _venue.Client.SynchronizeClockAsync(Token)),
        ];

        Assert.All(failures, failure => Assert.Equal((null, null), (failure.AlgoId, failure.ClientAlgoId)));
    }

    [Fact]
    public void A_test_of_a_user_can_create_an_exception_with_an_id()
    {
        var exception = new AlgoOrderTransportException("lost", ExecutionStatus.Unknown) { ClientAlgoId = "my-stop", AlgoId = 7 };
        Assert.Equal(("my-stop", 7), (exception.ClientAlgoId, exception.AlgoId));
    }

    public void Dispose() => _venue.Dispose();
}
