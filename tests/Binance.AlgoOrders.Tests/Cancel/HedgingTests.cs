using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Cancel;

/// <summary>Sends requests again whose responses are late.</summary>
public sealed class HedgingTests : IDisposable
{
    private static readonly TimeSpan HedgeAfter = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Never = TimeSpan.FromMinutes(1);

    private readonly TestVenue _venue = new(options => options.HedgeAfter = HedgeAfter);

    [Fact]
    public async Task The_second_attempt_is_acknowledged_while_the_first_is_in_progress()
    {
        _venue.Exchange.Faults.Next(Fault.DelayBeforeExecuting(Never));

        var canceled = Assert.IsType<CancelAlgoOrderOutcome.Canceled>(await EnsureCanceledAsync(_venue.Account.Place()));

        Assert.Equal(CancelEvidence.Acknowledged, canceled.Evidence);
        Assert.Equal([(false, ExecutionStatus.Unknown), (true, ExecutionStatus.Succeeded)], canceled.Attempts.Select(attempt => (attempt.IsHedge, attempt.Execution)));
        Assert.Equal(HedgeAfter, canceled.Attempts[1].StartedAt - canceled.Attempts[0].StartedAt);
        Assert.Equal(canceled.Attempts[0].StartedAt + TimeSpan.FromSeconds(5) + TimeSpan.FromMilliseconds(1), canceled.MayExecuteUntil);
    }

    [Fact]
    public async Task An_order_that_the_first_attempt_canceled_is_looked_up_at_once()
    {
        _venue.Exchange.Faults.Next(Fault.DelayBeforeResponding(Never));
        DateTimeOffset start = _venue.Time.GetUtcNow();

        var canceled = Assert.IsType<CancelAlgoOrderOutcome.Canceled>(await EnsureCanceledAsync(_venue.Account.Place()));

        Assert.Equal(CancelEvidence.Queried, canceled.Evidence);
        Assert.Equal(HedgeAfter, _venue.Time.GetUtcNow() - start);
    }

    [Fact]
    public async Task Three_attempts_without_a_response_are_followed_by_a_lookup_long_before_their_timeout()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.On("DELETE").Next(Fault.DelayBeforeExecuting(Never), Fault.DelayBeforeResponding(Never), Fault.DelayBeforeExecuting(Never));
        DateTimeOffset start = _venue.Time.GetUtcNow();

        var canceled = Assert.IsType<CancelAlgoOrderOutcome.Canceled>(await EnsureCanceledAsync(stop));

        Assert.Equal(CancelEvidence.Queried, canceled.Evidence);
        Assert.Equal([0, 1, 3, 7], canceled.Attempts.Select(attempt => (attempt.StartedAt - start) / HedgeAfter));
    }

    [Fact]
    public async Task A_lookup_is_sent_again()
    {
        SimulatedOrder stop = _venue.Account.Place();
        stop.Trigger();
        _venue.Exchange.Faults.On("GET").Next(Fault.DelayBeforeResponding(Never));
        DateTimeOffset start = _venue.Time.GetUtcNow();

        Assert.IsType<CancelAlgoOrderOutcome.Triggered>(await EnsureCanceledAsync(stop));

        Assert.Equal(HedgeAfter, _venue.Time.GetUtcNow() - start);
    }

    [Fact]
    public async Task A_plain_cancel_waits_for_the_acknowledgement_of_the_attempt_that_canceled_the_order()
    {
        _venue.Exchange.Faults.Next(Fault.DelayBeforeResponding(TimeSpan.FromMilliseconds(900)));
        SimulatedOrder stop = _venue.Account.Place();

        CancelAlgoOrderResult acknowledged = await _venue.Time.RunAsync(
            _venue.Client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(stop.AlgoId), TestContext.Current.CancellationToken));

        Assert.Equal(stop.AlgoId, acknowledged.AlgoId);
        Assert.Equal(2, _venue.Cancels.Count);
    }

    [Fact]
    public async Task An_inconclusive_response_is_returned_only_when_the_other_attempt_is_late_too()
    {
        _venue.Exchange.Faults.Next(Fault.DelayBeforeResponding(TimeSpan.FromMilliseconds(80)), Fault.InternalError503);

        var canceled = Assert.IsType<CancelAlgoOrderOutcome.Canceled>(await EnsureCanceledAsync(_venue.Account.Place()));

        Assert.Equal(CancelEvidence.Acknowledged, canceled.Evidence);
        Assert.Equal([ExecutionStatus.Succeeded, ExecutionStatus.NotExecuted], canceled.Attempts.Select(attempt => attempt.Execution));
    }

    [Fact]
    public async Task A_connection_that_fails_leaves_the_other_attempt_in_the_race()
    {
        _venue.Exchange.Faults.Next(Fault.DelayBeforeResponding(TimeSpan.FromMilliseconds(80)), Fault.ConnectionRefused);

        var canceled = Assert.IsType<CancelAlgoOrderOutcome.Canceled>(await EnsureCanceledAsync(_venue.Account.Place()));

        Assert.Equal(CancelEvidence.Acknowledged, canceled.Evidence);
    }

    [Fact]
    public async Task A_new_order_and_a_cancel_of_all_orders_are_sent_once()
    {
        _venue.Exchange.Faults.Next(2, Fault.DelayBeforeResponding(TimeSpan.FromSeconds(1)));

        await _venue.Time.RunAsync(_venue.Client.PlaceAsync(new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.Of(0.01m), 58_000m), TestContext.Current.CancellationToken));
        await _venue.Time.RunAsync(_venue.Client.CancelAllAsync("BTCUSDT", TestContext.Current.CancellationToken));

        Assert.Equal(["POST", "DELETE"], _venue.Exchange.Requests.Select(record => record.Method));
    }

    [Fact]
    public async Task Nothing_is_sent_again_during_a_ban()
    {
        SimulatedOrder late = _venue.Account.Place();
        SimulatedOrder banned = _venue.Account.Place();
        _venue.Exchange.Faults.On("DELETE").Next(Fault.DelayBeforeResponding(TimeSpan.FromSeconds(1)), Fault.Banned418(TimeSpan.FromSeconds(30)));

        Task<CancelAlgoOrderOutcome> first = _venue.Client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(late.AlgoId), TestContext.Current.CancellationToken);
        Task<CancelAlgoOrderOutcome> second = _venue.Client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(banned.AlgoId), TestContext.Current.CancellationToken);

        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(await _venue.Time.RunAsync(first));
        await Assert.ThrowsAsync<BinanceRateLimitException>(() => _venue.Time.RunAsync(second));
        Assert.Equal(2, _venue.Cancels.Count);
    }

    [Fact]
    public async Task At_most_one_request_in_ten_is_sent_again_without_use()
    {
        SimulatedOrder[] stops = [.. Enumerable.Range(0, 200).Select(_ => _venue.Account.Place())];
        _venue.Exchange.Faults.On("DELETE").Next(1000, Fault.DelayBeforeResponding(TimeSpan.FromMilliseconds(60)));

        Task<CancelAlgoOrderResult>[] cancels = [.. stops.Select(stop => _venue.Client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(stop.AlgoId), TestContext.Current.CancellationToken))];
        await _venue.Time.RunAsync(Task.WhenAll(cancels));

        // A client may send 50 at once, and then one for each ten requests.
        Assert.InRange(_venue.Cancels.Count, 200 + 50, 200 + 50 + 26);
    }

    [Fact]
    public async Task Attempts_whose_response_comes_first_are_not_limited()
    {
        for (int number = 0; number < 100; number++)
        {
            _venue.Exchange.Faults.Next(Fault.DelayBeforeExecuting(Never));
            Assert.Equal(2, Assert.IsType<CancelAlgoOrderOutcome.Canceled>(await EnsureCanceledAsync(_venue.Account.Place())).Attempts.Count);
        }
    }

    [Fact]
    public async Task A_client_that_is_told_so_waits_for_the_timeout_instead()
    {
        using var venue = new TestVenue(options => options.HedgeAfter = Timeout.InfiniteTimeSpan);
        venue.Exchange.Faults.Next(Fault.DelayBeforeExecuting(Never));

        var canceled = Assert.IsType<CancelAlgoOrderOutcome.Canceled>(await venue.EnsureCanceledAsync(venue.Account.Place()));

        Assert.DoesNotContain(canceled.Attempts, attempt => attempt.IsHedge);
        Assert.Equal(TimeSpan.FromSeconds(2), canceled.Attempts[1].StartedAt - canceled.Attempts[0].StartedAt);
    }

    public void Dispose() => _venue.Dispose();

    private Task<CancelAlgoOrderOutcome> EnsureCanceledAsync(SimulatedOrder order) => _venue.EnsureCanceledAsync(order);
}
