using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Connection;

public sealed class ClockTests : IDisposable
{
    private const string TimePath = "/fapi/v1/time";
    private readonly TestVenue _venue = new(options => options.HedgeAfter = Timeout.InfiniteTimeSpan);

    private int TimeRequests => _venue.Exchange.Requests.Count(record => record.Path == TimePath);

    [Theory]
    [InlineData(-3600)]
    [InlineData(-10)]
    [InlineData(10)]
    [InlineData(3600)]
    public async Task A_wrong_clock_is_synchronized_once_and_the_cancel_is_signed_again_and_retried(int skewSeconds)
    {
        _venue.Exchange.ClockSkew = TimeSpan.FromSeconds(skewSeconds);
        SimulatedOrder stop = _venue.Account.Place();

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome);
        Assert.Equal([-1021, null], _venue.Cancels.Select(cancel => cancel.ErrorCode));
        Assert.Equal(3, TimeRequests);
    }

    [Fact]
    public async Task Fifty_concurrent_callers_with_a_rejected_timestamp_share_one_synchronization()
    {
        _venue.Exchange.ClockSkew = TimeSpan.FromMinutes(1);
        SimulatedOrder[] stops = [.. Enumerable.Range(0, 50).Select(_ => _venue.Account.Place())];
        _venue.Exchange.Faults.Next(50, Fault.DelayBeforeExecuting(TimeSpan.FromMilliseconds(100)));

        CancelAlgoOrderOutcome[] outcomes = await _venue.Time.RunAsync(
            Task.WhenAll(stops.Select(stop => _venue.Client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(stop.AlgoId), TestContext.Current.CancellationToken))));

        Assert.All(outcomes, outcome => Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome));
        Assert.Equal(3, TimeRequests);
    }

    [Fact]
    public async Task A_timestamp_that_is_rejected_twice_is_sent_again_after_a_pause()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.On("DELETE").Next(2, Fault.Timestamp1021);

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome);
        Assert.Equal(3, _venue.Cancels.Count);
    }

    [Fact]
    public async Task A_plain_cancel_whose_timestamp_is_rejected_again_and_again_is_reported_with_advice()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.On("DELETE").Next(100, Fault.Timestamp1021);

        var exception = await Assert.ThrowsAsync<BinanceApiException>(() => _venue.Time.RunAsync(
            _venue.Client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(stop.AlgoId), TestContext.Current.CancellationToken)));

        Assert.Equal((BinanceErrorCodes.InvalidTimestamp, ExecutionStatus.NotExecuted), (exception.ErrorCode, exception.Execution));
        Assert.EndsWith("Synchronize the clock.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(8, _venue.Cancels.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(221845392000000)]
    [InlineData(253402300799998)]
    [InlineData(long.MaxValue)]
    public async Task A_cancel_succeeds_after_an_impossible_server_time_was_rejected(long serverTime)
    {
        _venue.Exchange.Faults.On("GET", TimePath).Next(3, Fault.Respond(200, $$"""{"serverTime":{{serverTime}}}""", executed: true));
        await Assert.ThrowsAsync<BinanceApiException>(() => _venue.Client.SynchronizeClockAsync(TestContext.Current.CancellationToken));
        _venue.Time.Advance(TimeSpan.FromDays(1));

        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(await _venue.EnsureCanceledAsync(_venue.Account.Place()));
    }

    [Fact]
    public async Task A_failed_synchronization_is_retried_by_the_same_call()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.Next(Fault.ExecuteThenDrop);
        _venue.Exchange.Faults.On("GET", "/fapi/v1/algoOrder").Next(Fault.Timestamp1021, Fault.Timestamp1021);
        _venue.Exchange.Faults.On("GET", TimePath).Next(3, Fault.DropBeforeExecuting);

        await _venue.EnsureCanceledAsync(stop);

        Assert.Equal(6, TimeRequests);
    }

    [Fact]
    public async Task A_rejected_timestamp_is_retried_when_the_synchronization_failed()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.ClockSkew = TimeSpan.FromHours(1);
        _venue.Exchange.Faults.On("GET", TimePath).Next(3, Fault.DropBeforeExecuting);

        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(await _venue.EnsureCanceledAsync(stop));
    }

    [Fact]
    public async Task An_unknown_attempt_is_looked_up_when_the_timestamp_was_rejected_twice()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.Next(Fault.ExecuteThenDrop);
        _venue.Exchange.Faults.On("GET", "/fapi/v1/algoOrder").Next(Fault.Timestamp1021, Fault.Timestamp1021);

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        Assert.Equal(CancelEvidence.Queried, Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome).Evidence);
        Assert.Equal(3, TimeRequests);
    }

    [Fact]
    public async Task A_slow_synchronization_does_not_extend_the_call_beyond_its_timeout()
    {
        SimulatedOrder stop = _venue.Account.Place();
        DateTimeOffset start = _venue.Time.GetUtcNow();
        _venue.Exchange.ClockSkew = TimeSpan.FromHours(1);
        _venue.Exchange.Faults.On("GET").Next(3, Fault.DelayBeforeResponding(TimeSpan.FromMilliseconds(500)));
        _venue.Exchange.Faults.Where(_ => _venue.Time.GetUtcNow() - start > TimeSpan.FromSeconds(1.4)).Next(10, Fault.DelayBeforeResponding(TimeSpan.FromMinutes(1)));

        await _venue.EnsureCanceledAsync(stop, timeout: TimeSpan.FromSeconds(2));

        Assert.Equal(TimeSpan.FromSeconds(2), _venue.Time.GetUtcNow() - start);
    }

    [Fact]
    public async Task A_step_of_the_system_clock_does_not_change_a_synchronized_clock()
    {
        await _venue.Time.RunAsync(_venue.Client.SynchronizeClockAsync(TestContext.Current.CancellationToken));
        _venue.Time.StepWallClock(TimeSpan.FromHours(1));

        await _venue.EnsureCanceledAsync(_venue.Account.Place());

        Assert.Single(_venue.Cancels);
    }

    [Fact]
    public async Task The_sample_with_the_shortest_round_trip_is_used_and_half_of_it_is_the_error()
    {
        _venue.Exchange.ClockSkew = TimeSpan.FromSeconds(-30);
        SimulatedFaults timeFaults = _venue.Exchange.Faults.On("GET", TimePath);
        timeFaults.Next(
            Fault.DelayBeforeResponding(TimeSpan.FromMilliseconds(900)),
            Fault.DelayBeforeResponding(TimeSpan.FromMilliseconds(40)),
            Fault.DelayBeforeResponding(TimeSpan.FromMilliseconds(500)));

        ServerTimeSync sync = await _venue.Time.RunAsync(_venue.Client.SynchronizeClockAsync(TestContext.Current.CancellationToken));

        Assert.Equal(TimeSpan.FromMilliseconds(40), sync.RoundTrip);
        Assert.Equal(TimeSpan.FromMilliseconds(21), sync.Error);
        Assert.InRange(sync.Offset, TimeSpan.FromSeconds(-30) - sync.Error, TimeSpan.FromSeconds(-30) + sync.Error);
        Assert.Equal(3, sync.Samples);
    }

    [Fact]
    public async Task A_synchronization_succeeds_with_one_sample()
    {
        _venue.Exchange.Faults.On("GET", TimePath).Next(Fault.DropBeforeExecuting, Fault.HtmlBadGateway502(executed: false));
        ServerTimeSync sync = await _venue.Time.RunAsync(_venue.Client.SynchronizeClockAsync(TestContext.Current.CancellationToken));
        Assert.Equal(TimeSpan.Zero, sync.Offset);
    }

    [Fact]
    public async Task A_synchronization_fails_with_the_last_error_when_every_sample_fails()
    {
        _venue.Exchange.Faults.On("GET", TimePath).Next(10, Fault.ConnectionRefused);
        await Assert.ThrowsAsync<AlgoOrderTransportException>(
            () => _venue.Time.RunAsync(_venue.Client.SynchronizeClockAsync(TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("""{"serverTime":0}""")]
    [InlineData("""{"serverTime":9223372036854775807}""")]
    [InlineData("[]")]
    [InlineData("<html>")]
    public async Task An_invalid_server_time_is_rejected(string body)
    {
        _venue.Exchange.Faults.On("GET", TimePath).Next(10, Fault.Respond(200, body, executed: true));
        await Assert.ThrowsAsync<BinanceApiException>(
            () => _venue.Time.RunAsync(_venue.Client.SynchronizeClockAsync(TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 3)]
    public async Task A_warm_up_synchronizes_the_clock_if_configured_and_then_sends_pings(bool synchronizes, int timeRequests)
    {
        using var venue = new TestVenue(options => options.SynchronizeClockAtWarmUp = synchronizes);
        await venue.Client.WarmUpAsync(TestContext.Current.CancellationToken);
        Assert.Equal([.. Enumerable.Repeat(TimePath, timeRequests), .. Enumerable.Repeat("/fapi/v1/ping", 7)], venue.Exchange.Requests.Select(record => record.Path));
    }

    public void Dispose() => _venue.Dispose();
}
