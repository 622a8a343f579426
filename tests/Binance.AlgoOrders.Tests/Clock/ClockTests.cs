using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Clock;

public sealed class ClockTests : IDisposable
{
    private const string TimePath = "/fapi/v1/time";
    private readonly TestVenue _venue = new();

    private int Synchronisations => _venue.Exchange.Journal.Count(record => record.Path == TimePath);

    [Theory]
    [InlineData(-3600)]
    [InlineData(-10)]
    [InlineData(10)]
    [InlineData(3600)]
    public async Task A_clock_that_is_wrong_is_set_once_and_the_cancel_goes_out_again_signed_anew(int skewSeconds)
    {
        _venue.Exchange.ClockSkew = TimeSpan.FromSeconds(skewSeconds);
        SimulatedOrder stop = _venue.Account.Place();

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome);
        Assert.Equal([-1021, null], _venue.Cancels.Select(cancel => cancel.ErrorCode));
        Assert.Equal(3, Synchronisations);
    }

    [Fact]
    public async Task Fifty_callers_who_are_refused_share_one_synchronisation()
    {
        _venue.Exchange.ClockSkew = TimeSpan.FromMinutes(1);
        SimulatedOrder[] stops = [.. Enumerable.Range(0, 50).Select(_ => _venue.Account.Place())];
        _venue.Exchange.Faults.Next(50, Fault.DelayBeforeExecuting(TimeSpan.FromMilliseconds(100)));

        CancelAlgoOrderOutcome[] outcomes = await _venue.Time.RunAsync(
            Task.WhenAll(stops.Select(stop => _venue.Client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(stop.AlgoId), TestContext.Current.CancellationToken))));

        Assert.All(outcomes, outcome => Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome));
        Assert.Equal(3, Synchronisations);
    }

    [Fact]
    public async Task A_clock_that_is_refused_twice_is_reported_and_not_looped_over()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.On("DELETE").Next(10, Fault.Timestamp1021);

        var exception = await Assert.ThrowsAsync<BinanceApiException>(() => _venue.EnsureCanceledAsync(stop));

        Assert.Equal(BinanceErrorCodes.InvalidTimestamp, exception.ErrorCode);
        Assert.Equal(ExecutionStatus.NotExecuted, exception.Execution);
        Assert.Equal(2, _venue.Cancels.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(221845392000000)]
    [InlineData(253402300799998)]
    [InlineData(long.MaxValue)]
    public async Task A_time_that_cannot_be_is_no_answer_and_does_no_harm(long serverTime)
    {
        _venue.Exchange.Faults.On("GET", TimePath).Next(3, Fault.Answer(200, $$"""{"serverTime":{{serverTime}}}""", executed: true));
        await Assert.ThrowsAsync<BinanceApiException>(() => _venue.Client.SynchronizeClockAsync(TestContext.Current.CancellationToken));
        _venue.Time.Advance(TimeSpan.FromDays(1));

        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(await _venue.EnsureCanceledAsync(_venue.Account.Place()));
    }

    [Fact]
    public async Task A_synchronisation_that_failed_is_tried_again_by_the_same_call()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.Next(Fault.ExecuteThenDrop);
        _venue.Exchange.Faults.On("GET", "/fapi/v1/algoOrder").Next(Fault.Timestamp1021, Fault.Timestamp1021);
        _venue.Exchange.Faults.On("GET", TimePath).Next(3, Fault.DropBeforeExecuting);

        await _venue.EnsureCanceledAsync(stop);

        Assert.Equal(6, Synchronisations);
    }

    [Fact]
    public async Task A_refusal_of_the_clock_is_no_reason_to_give_up_while_it_could_not_be_set()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.ClockSkew = TimeSpan.FromHours(1);
        _venue.Exchange.Faults.On("GET", TimePath).Next(3, Fault.DropBeforeExecuting);

        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(await _venue.EnsureCanceledAsync(stop));
    }

    [Fact]
    public async Task A_clock_that_is_refused_twice_does_not_keep_an_attempt_in_doubt_from_being_found_out()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.Next(Fault.ExecuteThenDrop);
        _venue.Exchange.Faults.On("GET", "/fapi/v1/algoOrder").Next(Fault.Timestamp1021, Fault.Timestamp1021);

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        Assert.Equal(CancelEvidence.Queried, Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome).Evidence);
        Assert.Equal(3, Synchronisations);
    }

    [Fact]
    public async Task A_synchronisation_that_takes_long_does_not_make_the_call_outlast_its_time()
    {
        SimulatedOrder stop = _venue.Account.Place();
        DateTimeOffset start = _venue.Time.GetUtcNow();
        _venue.Exchange.ClockSkew = TimeSpan.FromHours(1);
        _venue.Exchange.Faults.On("GET").Next(3, Fault.DelayBeforeAnswering(TimeSpan.FromMilliseconds(500)));
        _venue.Exchange.Faults.Where(_ => _venue.Time.GetUtcNow() - start > TimeSpan.FromSeconds(1.4)).Next(10, Fault.DelayBeforeAnswering(TimeSpan.FromMinutes(1)));

        await _venue.EnsureCanceledAsync(stop, timeout: TimeSpan.FromSeconds(2));

        Assert.Equal(TimeSpan.FromSeconds(2), _venue.Time.GetUtcNow() - start);
    }

    [Fact]
    public async Task A_step_of_the_system_clock_does_not_move_a_clock_that_was_set()
    {
        await _venue.Time.RunAsync(_venue.Client.SynchronizeClockAsync(TestContext.Current.CancellationToken));
        _venue.Time.StepWallClock(TimeSpan.FromHours(1));

        await _venue.EnsureCanceledAsync(_venue.Account.Place());

        Assert.Single(_venue.Cancels);
    }

    [Fact]
    public async Task The_look_with_the_least_round_trip_counts_and_its_half_is_the_error()
    {
        _venue.Exchange.ClockSkew = TimeSpan.FromSeconds(-30);
        SimulatedFaults looks = _venue.Exchange.Faults.On("GET", TimePath);
        looks.Next(
            Fault.DelayBeforeAnswering(TimeSpan.FromMilliseconds(900)),
            Fault.DelayBeforeAnswering(TimeSpan.FromMilliseconds(40)),
            Fault.DelayBeforeAnswering(TimeSpan.FromMilliseconds(500)));

        ServerTimeSync sync = await _venue.Time.RunAsync(_venue.Client.SynchronizeClockAsync(TestContext.Current.CancellationToken));

        Assert.Equal(TimeSpan.FromMilliseconds(40), sync.RoundTrip);
        Assert.Equal(TimeSpan.FromMilliseconds(21), sync.Error);
        Assert.InRange(sync.Offset, TimeSpan.FromSeconds(-30) - sync.Error, TimeSpan.FromSeconds(-30) + sync.Error);
        Assert.Equal(3, sync.Samples);
    }

    [Fact]
    public async Task A_look_that_fails_leaves_the_others()
    {
        _venue.Exchange.Faults.On("GET", TimePath).Next(Fault.DropBeforeExecuting, Fault.HtmlBadGateway502(executed: false));
        ServerTimeSync sync = await _venue.Time.RunAsync(_venue.Client.SynchronizeClockAsync(TestContext.Current.CancellationToken));
        Assert.Equal(TimeSpan.Zero, sync.Offset);
    }

    [Fact]
    public async Task When_no_look_is_answered_the_last_one_says_why()
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
    public async Task A_time_that_is_none_is_not_believed(string body)
    {
        _venue.Exchange.Faults.On("GET", TimePath).Next(10, Fault.Answer(200, body, executed: true));
        await Assert.ThrowsAsync<BinanceApiException>(
            () => _venue.Time.RunAsync(_venue.Client.SynchronizeClockAsync(TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 3)]
    public async Task Warming_up_sets_the_clock_where_that_is_wanted_and_then_uses_the_connection(bool synchronizes, int looksAtTheClock)
    {
        using var venue = new TestVenue(options => options.SynchronizeClockAtWarmUp = synchronizes);
        await venue.Client.WarmUpAsync(TestContext.Current.CancellationToken);
        Assert.Equal([.. Enumerable.Repeat(TimePath, looksAtTheClock), .. Enumerable.Repeat("/fapi/v1/ping", 6)], venue.Exchange.Journal.Select(record => record.Path));
    }

    public void Dispose() => _venue.Dispose();
}
