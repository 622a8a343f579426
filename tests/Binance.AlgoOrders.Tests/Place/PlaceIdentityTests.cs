using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Place;

/// <summary>Every new order has a client id from the start, so that it can be looked up however its placement ends.</summary>
public sealed class PlaceIdentityTests : IDisposable
{
    private readonly TestVenue _venue = new();

    [Fact]
    public void A_new_order_has_an_id_of_its_own_that_a_copy_keeps()
    {
        NewAlgoOrder stop = CreateStop();

        Assert.Matches("^[0-9a-f]{32}$", stop.ClientAlgoId);
        Assert.NotEqual(stop.ClientAlgoId, CreateStop().ClientAlgoId);
        Assert.Equal(stop.ClientAlgoId, (stop with { PriceProtect = true }).ClientAlgoId);
        Assert.Equal("my-stop", (stop with { ClientAlgoId = "my-stop" }).ClientAlgoId);
    }

    [Fact]
    public void An_id_that_is_null_is_rejected() => Assert.Throws<ArgumentNullException>("value", () => CreateStop() with { ClientAlgoId = null! });

    [Fact]
    public async Task The_id_of_the_order_is_the_id_that_is_placed()
    {
        NewAlgoOrder stop = CreateStop();
        Assert.Equal(stop.ClientAlgoId, (await PlaceAsync(stop)).ClientAlgoId);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_order_is_not_placed_twice_if_the_same_instance_is_placed_again(bool givesUp)
    {
        NewAlgoOrder stop = CreateStop();
        using var caller = new CancellationTokenSource();
        if (givesUp)
        {
            _venue.Exchange.Faults.Next(Fault.DelayBeforeResponding(TimeSpan.FromSeconds(1)));
            Task<AlgoOrder> abandoned = _venue.Client.PlaceAsync(stop, caller.Token);
            await caller.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abandoned);
        }
        else
        {
            await PlaceAsync(stop);
        }

        var refusal = await Assert.ThrowsAsync<BinanceApiException>(() => PlaceAsync(stop));

        Assert.Equal((BinanceErrorCodes.DuplicatedClientOrderId, ExecutionStatus.NotExecuted), (refusal.ErrorCode, refusal.Execution));
        Assert.Contains(stop.ClientAlgoId, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(stop.ClientAlgoId, refusal.ClientAlgoId);
        Assert.Equal(stop.ClientAlgoId, Assert.Single(_venue.Account.LiveOrders).ClientAlgoId);
    }

    [Fact]
    public async Task An_instance_whose_order_has_ended_can_be_placed_again()
    {
        NewAlgoOrder stop = CreateStop();
        AlgoOrder first = await PlaceAsync(stop);
        await _venue.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(first.AlgoId));
        _venue.Time.Advance(TimeSpan.FromMilliseconds(10));
        _venue.Exchange.Faults.Next(Fault.ExecuteThenDrop);

        AlgoOrder second = await PlaceAsync(stop);

        Assert.NotEqual(first.AlgoId, second.AlgoId);
        Assert.Equal(_venue.Account.Orders[1].AlgoId, second.AlgoId);
    }

    [Fact]
    public async Task An_unknown_placement_names_the_id_under_which_the_order_may_be_live()
    {
        NewAlgoOrder stop = CreateStop() with { Timeout = TimeSpan.FromSeconds(1) };
        _venue.Exchange.Faults.Next(Fault.DropBeforeExecuting);

        var exception = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => PlaceAsync(stop));

        Assert.Equal((ExecutionStatus.Unknown, stop.ClientAlgoId, null), (exception.Execution, exception.ClientAlgoId, exception.AlgoId));
        Assert.Contains(stop.ClientAlgoId, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_placement_has_a_time_limit_of_its_own()
    {
        DateTimeOffset start = _venue.Time.GetUtcNow();
        _venue.Exchange.Faults.Next(Fault.DropBeforeExecuting);

        await Assert.ThrowsAsync<AlgoOrderTransportException>(() => PlaceAsync(CreateStop() with { Timeout = TimeSpan.FromSeconds(3) }));

        Assert.InRange(_venue.Time.GetUtcNow() - start, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task A_placement_has_a_window_of_its_own()
    {
        DateTimeOffset start = _venue.Time.GetUtcNow();
        _venue.Exchange.Faults.Next(Fault.DropBeforeExecuting);

        var exception = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => PlaceAsync(CreateStop() with { RecvWindow = TimeSpan.FromSeconds(1) }));

        Assert.Contains("recvWindow=1000&", _venue.Exchange.Requests[0].Query, StringComparison.Ordinal);
        Assert.Equal(ExecutionStatus.NotExecuted, exception.Execution);
        Assert.True(_venue.Time.GetUtcNow() - start < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Limits_outside_their_ranges_are_rejected()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CreateStop() with { Timeout = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => CreateStop() with { Timeout = TimeSpan.FromMinutes(11) });
        Assert.Throws<ArgumentOutOfRangeException>(() => CreateStop() with { RecvWindow = TimeSpan.FromSeconds(61) });
    }

    public void Dispose() => _venue.Dispose();

    private static NewAlgoOrder.StopMarket CreateStop() => new("BTCUSDT", OrderSide.Sell, OrderAmount.Of(0.01m), 58_000m);

    private Task<AlgoOrder> PlaceAsync(NewAlgoOrder order) => _venue.Time.RunAsync(_venue.Client.PlaceAsync(order, TestContext.Current.CancellationToken));
}
