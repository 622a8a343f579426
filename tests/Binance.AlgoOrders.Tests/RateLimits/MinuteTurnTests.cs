using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.RateLimits;

/// <summary>Windows turn on Binance's clock, although the client's clock differs from it.</summary>
public sealed class MinuteTurnTests : IDisposable
{
    private readonly TestVenue _venue = new();

    [Theory]
    [InlineData(40)]
    [InlineData(400)]
    [InlineData(-400)]
    public async Task The_report_of_the_old_minute_does_not_hold_up_the_new_one(int clockAheadMilliseconds)
    {
        var ahead = TimeSpan.FromMilliseconds(clockAheadMilliseconds);
        _venue.Exchange.ClockSkew = -ahead;
        SimulatedOrder[] stops = [.. Enumerable.Range(0, 20).Select(_ => _venue.Account.Place())];

        // On Binance's clock, the minute turns in 10 ms. Other programs have used almost all of it.
        _venue.Time.Advance(TimeSpan.FromSeconds(59.99) + ahead);
        await UseByOthersAsync(2_350);
        await _venue.EnsureCanceledAsync(stops[0]);
        DateTimeOffset turn = _venue.Time.GetUtcNow();

        await _venue.Time.RunAsync(CancelAsync(stops.Skip(1)));

        Assert.InRange(_venue.Time.GetUtcNow() - turn, TimeSpan.Zero, TimeSpan.FromSeconds(2.1));
        Assert.Equal(0, _venue.Exchange.LimitViolations);
    }

    [Fact]
    public async Task A_report_in_the_middle_of_the_minute_holds_up_bulk_work()
    {
        SimulatedOrder[] stops = [.. Enumerable.Range(0, 3).Select(_ => _venue.Account.Place())];
        _venue.Time.Advance(TimeSpan.FromSeconds(30));
        await UseByOthersAsync(2_350);
        await _venue.EnsureCanceledAsync(stops[0]);
        DateTimeOffset start = _venue.Time.GetUtcNow();

        await _venue.Time.RunAsync(CancelAsync(stops.Skip(1)));

        Assert.InRange(_venue.Time.GetUtcNow() - start, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(32));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(900)]
    [InlineData(-900)]
    public async Task A_cancel_after_a_limit_without_a_named_time_is_sent_when_the_minute_has_turned(int clockAheadMilliseconds)
    {
        var ahead = TimeSpan.FromMilliseconds(clockAheadMilliseconds);
        _venue.Exchange.ClockSkew = -ahead;
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Time.Advance(TimeSpan.FromSeconds(58));
        DateTimeOffset start = _venue.Time.GetUtcNow();
        _venue.Exchange.Faults.Next(Fault.Respond(429, """{"code":-1003,"msg":"Too many requests."}""", executed: false));

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome);
        Assert.InRange(_venue.Time.GetUtcNow() - start, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4));
    }

    public void Dispose() => _venue.Dispose();

    private async Task UseByOthersAsync(int weight)
    {
        using AlgoOrderClient other = AlgoOrderClient.Create(
            new AlgoOrderClientOptions { ApiKey = _venue.Account.ApiKey, SecretKey = _venue.Account.SecretKey, WeightLimit = 1_000_000 },
            _venue.Exchange.CreateHandler(),
            _venue.Time);
        for (int used = 0; used + 40 <= weight; used += 40)
        {
            await other.ListOpenAsync(cancellationToken: TestContext.Current.CancellationToken);
        }
    }

    private async Task CancelAsync(IEnumerable<SimulatedOrder> orders)
    {
        await foreach (CancelManyResult result in _venue.Client.CancelManyAsync(orders.Select(order => AlgoOrderId.FromAlgoId(order.AlgoId)), cancellationToken: TestContext.Current.CancellationToken))
        {
            Assert.True(result.IsInactive);
        }
    }
}
