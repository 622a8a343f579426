using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.CancelMany;

public sealed class CancelManyTests : IDisposable
{
    private readonly TestVenue _venue = new();

    // A bulk begins a moment after the minute does.
    public CancelManyTests() => _venue.Time.Advance(TimeSpan.FromSeconds(1));

    [Fact]
    public async Task Ten_thousand_orders_are_canceled_at_the_pace_of_the_limit_without_exceeding_it()
    {
        SimulatedOrder[] stops = [.. Enumerable.Range(0, 10_000).Select(_ => _venue.Account.Place())];
        DateTimeOffset start = _venue.Exchange.Now;

        List<CancelManyResult> items = await _venue.Time.RunAsync(CollectAsync(stops.Select(Id)));

        Assert.Equal(10_000, items.Count);
        Assert.All(items, item => Assert.IsType<CancelAlgoOrderOutcome.Canceled>(item.Outcome));
        Assert.Equal(0, _venue.Exchange.LimitViolations);

        // 2,400 a minute: the fifth minute must have begun, and the first was a second old.
        TimeSpan optimum = TimeSpan.FromMinutes(4) - TimeSpan.FromSeconds(1);
        Assert.InRange(_venue.Exchange.Now - start, optimum, optimum * 1.05);
    }

    [Fact]
    public async Task At_least_95_percent_of_a_minute_is_used()
    {
        SimulatedOrder[] stops = [.. Enumerable.Range(0, 5_000).Select(_ => _venue.Account.Place())];
        await _venue.Time.RunAsync(CollectAsync(stops.Select(Id)));

        int[] perMinute = [.. _venue.Cancels.GroupBy(cancel => cancel.ReceivedAt.Ticks / TimeSpan.TicksPerMinute).Select(minute => minute.Count())];
        Assert.All(perMinute[..^1], count => Assert.InRange(count, 2_280, 2_400));
    }

    [Fact]
    public async Task A_single_cancel_in_the_middle_of_a_bulk_leaves_at_once()
    {
        SimulatedOrder[] stops = [.. Enumerable.Range(0, 3_000).Select(_ => _venue.Account.Place())];
        SimulatedOrder urgent = _venue.Account.Place();
        Task<List<CancelManyResult>> bulk = CollectAsync(stops.Select(Id));
        Assert.True(_venue.Cancels.Count > 2_000);
        Assert.False(bulk.IsCompleted);

        CancelAlgoOrderOutcome outcome = await _venue.Client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(urgent.AlgoId), TestContext.Current.CancellationToken);

        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome);
        await _venue.Time.RunAsync(bulk);
    }

    [Fact]
    public async Task What_others_spend_of_the_address_is_respected()
    {
        using AlgoOrderClient other = AlgoOrderClient.Create(
            new AlgoOrderClientOptions { ApiKey = _venue.Account.ApiKey, SecretKey = _venue.Account.SecretKey }, _venue.Exchange.CreateHandler(), _venue.Time);
        for (int list = 0; list < 40; list++)
        {
            await other.ListOpenAsync(cancellationToken: TestContext.Current.CancellationToken);
        }

        await _venue.Time.RunAsync(CollectAsync(Enumerable.Range(0, 3_000).Select(_ => Id(_venue.Account.Place()))));

        Assert.Equal(0, _venue.Exchange.LimitViolations);
    }

    [Fact]
    public async Task A_lost_response_does_not_carry_the_weight_of_the_last_minute_into_the_new_one()
    {
        for (int list = 0; list < 58; list++)
        {
            await _venue.Client.ListOpenAsync(cancellationToken: TestContext.Current.CancellationToken);
        }

        _venue.Time.Advance(TimeSpan.FromMinutes(1));
        DateTimeOffset start = _venue.Time.GetUtcNow();
        _venue.Exchange.Faults.Next(Fault.DropBeforeExecuting, Fault.DropBeforeExecuting);

        await _venue.Time.RunAsync(CollectAsync(Enumerable.Range(0, 20).Select(_ => Id(_venue.Account.Place())), new CancelManyOptions { MaxConcurrency = 1 }));

        Assert.InRange(_venue.Time.GetUtcNow() - start, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Orders_beyond_the_limit_wait_for_the_next_minute()
    {
        for (int list = 0; list < 57; list++)
        {
            await _venue.Client.ListOpenAsync(cancellationToken: TestContext.Current.CancellationToken);
        }

        await _venue.Time.RunAsync(CollectAsync(Enumerable.Range(0, 30).Select(_ => Id(_venue.Account.Place()))));

        int[] perMinute = [.. _venue.Cancels.GroupBy(cancel => cancel.ReceivedAt.Ticks / TimeSpan.TicksPerMinute).Select(minute => minute.Count())];
        // 57 lists weigh 2,280, and bulk work leaves 4 percent of 2,400. The last order leaves weight for the requests that might have followed it.
        Assert.Equal([13, 17], perMinute);
    }

    [Fact]
    public async Task One_order_that_fails_does_not_hide_another()
    {
        SimulatedOrder[] stops = [_venue.Account.Place(), _venue.Account.Place()];
        _venue.Exchange.Faults.Where(request => request.Query.Contains($"algoId={stops[0].AlgoId}&", StringComparison.Ordinal))
            .Next(Fault.Respond(400, """{"code":-1102,"msg":"A parameter was malformed."}""", executed: false));

        List<CancelManyResult> items = await _venue.Time.RunAsync(CollectAsync(stops.Select(Id)));

        Assert.Equal(BinanceErrorCodes.MandatoryParameterMissing, Assert.IsType<BinanceApiException>(items.Single(item => item.Id == Id(stops[0])).Error).ErrorCode);
        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(items.Single(item => item.Id == Id(stops[1])).Outcome);
    }

    [Fact]
    public async Task Cancellation_returns_the_known_results_first()
    {
        SimulatedOrder[] stops = [.. Enumerable.Range(0, 20).Select(_ => _venue.Account.Place())];
        _venue.Exchange.Faults.Where(_ => _venue.Cancels.Count >= 10).Next(100, Fault.DelayBeforeResponding(TimeSpan.FromSeconds(1)));
        using var caller = new CancellationTokenSource();
        using ITimer canceling = _venue.Time.CreateTimer(_ => caller.Cancel(), null, TimeSpan.FromMilliseconds(100), Timeout.InfiniteTimeSpan);
        var known = new List<CancelManyResult>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _venue.Time.RunUntilAsync(CollectAsync(stops.Select(Id), known, options: null, caller.Token), caller.Token));

        Assert.InRange(known.Count, 9, 11);
        Assert.All(known, item => Assert.True(item.IsInactive));
    }

    [Fact]
    public async Task Ids_are_taken_one_by_one_and_no_more_orders_are_in_progress_than_allowed()
    {
        int taken = 0;
        int done = 0;
        int most = 0;
        var options = new CancelManyOptions
        {
            MaxConcurrency = 3,
            Progress = new ImmediateProgress(progress => (done, most) = (progress.Completed, Math.Max(most, taken - done))),
        };
        IEnumerable<AlgoOrderId> ids = Enumerable.Range(0, 50).Select(_ =>
        {
            taken++;
            return Id(_venue.Account.Place());
        });
        _venue.Exchange.Faults.Next(100, Fault.DelayBeforeResponding(TimeSpan.FromMilliseconds(10)));

        List<CancelManyResult> items = await _venue.Time.RunAsync(CollectAsync(ids, options));

        Assert.Equal(50, items.Count);
        Assert.Equal(50, done);
        Assert.InRange(most, 1, 5);
    }

    [Fact]
    public async Task An_order_that_ends_while_another_is_being_reported_is_not_dropped()
    {
        SimulatedOrder[] stops = [_venue.Account.Place(), _venue.Account.Place()];
        TimeSpan delay = TimeSpan.FromMilliseconds(10);
        _venue.Exchange.Faults.Next(Fault.DelayBeforeResponding(delay), Fault.DelayBeforeResponding(2 * delay));
        var options = new CancelManyOptions { Progress = new ImmediateProgress(_ => _venue.Time.Advance(delay)) };

        List<CancelManyResult> items = await _venue.Time.RunAsync(CollectAsync(stops.Select(Id), options));

        Assert.Equal(stops.Select(Id), items.Select(item => item.Id));
    }

    [Fact]
    public async Task Ending_the_enumeration_ends_the_work()
    {
        SimulatedOrder[] stops = [.. Enumerable.Range(0, 100).Select(_ => _venue.Account.Place())];
        await foreach (CancelManyResult item in _venue.Client.CancelManyAsync(stops.Select(Id), new CancelManyOptions { MaxConcurrency = 2 }, TestContext.Current.CancellationToken))
        {
            Assert.True(item.IsInactive);
            break;
        }

        Assert.InRange(_venue.Cancels.Count, 1, 4);
    }

    public void Dispose() => _venue.Dispose();

    private static AlgoOrderId Id(SimulatedOrder order) => AlgoOrderId.FromAlgoId(order.AlgoId);

    private Task<List<CancelManyResult>> CollectAsync(IEnumerable<AlgoOrderId> ids, CancelManyOptions? options = null) =>
        CollectAsync(ids, [], options, TestContext.Current.CancellationToken);

    private Task<List<CancelManyResult>> CollectAsync(
        IEnumerable<AlgoOrderId> ids, List<CancelManyResult> items, CancelManyOptions? options, CancellationToken token) =>
        _venue.Client.CancelManyAsync(ids, options, token).CollectAsync(items);
}
