using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Cancel;

public sealed class CancelRetryTests : IDisposable
{
    private readonly TestVenue _venue = new();

    [Fact]
    public async Task A_retry_is_stamped_and_signed_anew()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.Next(2, Fault.ServiceUnavailable503);

        await CancelAsync(stop);

        string[] queries = [.. _venue.Cancels.Select(cancel => cancel.Query)];
        Assert.Equal(3, queries.Length);
        Assert.Equal(queries.Order(StringComparer.Ordinal), queries);
        Assert.Equal(3, queries.Distinct().Count());
        Assert.Equal(SimulatedOrderStatus.Canceled, stop.Status);
    }

    [Fact]
    public async Task The_pauses_grow_from_200_ms()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.Next(10, Fault.ServiceUnavailable503);

        await Assert.ThrowsAsync<BinanceApiException>(() => CancelAsync(stop));

        double[] pauses = [.. _venue.Cancels.Zip(_venue.Cancels.Skip(1), (earlier, later) => (later.ReceivedAt - earlier.ReceivedAt).TotalMilliseconds)];
        Assert.Collection(
            pauses,
            first => Assert.InRange(first, 150, 200),
            second => Assert.InRange(second, 300, 400),
            third => Assert.InRange(third, 600, 800));
    }

    [Fact]
    public async Task An_unknown_order_after_an_unknown_attempt_leaves_the_execution_unknown()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.Next(Fault.ExecuteThenDrop);

        var exception = await Assert.ThrowsAsync<AlgoOrderNotFoundException>(() => CancelAsync(stop));

        Assert.Equal(ExecutionStatus.Unknown, exception.Execution);
        Assert.Equal(SimulatedOrderStatus.Canceled, stop.Status);
    }

    [Fact]
    public async Task No_attempt_outlasts_the_call()
    {
        SimulatedOrder stop = _venue.Account.Place();
        DateTimeOffset start = _venue.Time.GetUtcNow();
        _venue.Exchange.Faults.Next(10, Fault.DelayBeforeResponding(TimeSpan.FromMinutes(1)));

        await Assert.ThrowsAsync<AlgoOrderTransportException>(() => CancelAsync(stop, TimeSpan.FromSeconds(3)));

        Assert.Equal(TimeSpan.FromSeconds(3), _venue.Time.GetUtcNow() - start);
    }

    [Fact]
    public async Task A_pause_that_outlasts_the_call_is_not_waited_out()
    {
        SimulatedOrder stop = _venue.Account.Place();
        DateTimeOffset start = _venue.Time.GetUtcNow();
        _venue.Exchange.Faults.Next(10, Fault.ServiceUnavailable503);

        await Assert.ThrowsAsync<BinanceApiException>(() => CancelAsync(stop, TimeSpan.FromMilliseconds(100)));

        Assert.Equal(TimeSpan.FromMilliseconds(100), _venue.Time.GetUtcNow() - start);
        Assert.Single(_venue.Cancels);
    }

    [Fact]
    public async Task Without_retries_one_attempt_is_made()
    {
        using var venue = new TestVenue(options => options.MaxRetryAttempts = 0);
        venue.Exchange.Faults.Next(Fault.ServiceUnavailable503);

        await Assert.ThrowsAsync<BinanceApiException>(
            () => venue.Client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(venue.Account.Place().AlgoId), TestContext.Current.CancellationToken));

        Assert.Single(venue.Cancels);
    }

    public void Dispose() => _venue.Dispose();

    private Task<CancelAlgoOrderResult> CancelAsync(SimulatedOrder order, TimeSpan? timeout = null) => _venue.Time.RunAsync(
        _venue.Client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(order.AlgoId) with { Timeout = timeout }, TestContext.Current.CancellationToken));
}
