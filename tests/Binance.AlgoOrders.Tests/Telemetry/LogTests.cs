using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Tests.Telemetry;

[Collection(nameof(ListeningTests))]
public sealed class LogTests : IDisposable
{
    private readonly ListenedVenue _venue = new();

    [Fact]
    public async Task A_success_is_a_line_at_Debug()
    {
        await _venue.EnsureCanceledAsync(_venue.Account.Place());
        Assert.Equal([(LogLevel.Debug, 1)], _venue.Logs.Events);
    }

    [Fact]
    public async Task A_doubt_is_a_warning_and_the_look_after_it_is_told()
    {
        _venue.Exchange.Faults.Next(Fault.ExecuteThenDrop);
        await _venue.EnsureCanceledAsync(_venue.Account.Place());
        Assert.Equal([(LogLevel.Warning, 2), (LogLevel.Debug, 1), (LogLevel.Information, 10)], _venue.Logs.Events);
    }

    [Fact]
    public async Task A_trigger_that_came_first_is_a_warning_with_the_child()
    {
        SimulatedOrder stop = _venue.Account.Place();
        long child = stop.Trigger();

        await _venue.EnsureCanceledAsync(stop);

        Assert.Contains((LogLevel.Warning, 11), _venue.Logs.Events);
        Assert.Contains($"Order {stop.AlgoId} triggered before it was canceled; its child order is {child}", _venue.Logs.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ban_is_a_warning_once_and_not_for_every_call_that_it_stops()
    {
        _venue.Exchange.Faults.Next(Fault.Banned418(TimeSpan.FromMinutes(3)));
        SimulatedOrder stop = _venue.Account.Place();

        await Assert.ThrowsAsync<BinanceRateLimitException>(() => _venue.EnsureCanceledAsync(stop));
        await Assert.ThrowsAsync<BinanceRateLimitException>(() => _venue.EnsureCanceledAsync(stop));

        Assert.Single(_venue.Logs.Events, (LogLevel.Warning, 3));
    }

    [Fact]
    public async Task A_resynchronisation_is_told_with_what_it_found()
    {
        _venue.Exchange.ClockSkew = TimeSpan.FromSeconds(30);

        await _venue.EnsureCanceledAsync(_venue.Account.Place());

        Assert.Contains((LogLevel.Information, 4), _venue.Logs.Events);
        Assert.Contains("Clock set: Binance's is 30000 ms ahead, give or take 1 ms (3 looks)", _venue.Logs.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_cannot_be_set_is_a_warning()
    {
        _venue.Exchange.Faults.On("GET", "/fapi/v1/time").Next(int.MaxValue, Fault.ConnectionRefused);

        await Assert.ThrowsAsync<AlgoOrderTransportException>(() =>
            _venue.Time.RunAsync(_venue.Client.SynchronizeClockAsync(TestContext.Current.CancellationToken)));

        Assert.Contains((LogLevel.Warning, 5), _venue.Logs.Events);
    }

    [Fact]
    public async Task An_order_that_is_not_known_to_be_inactive_in_the_end_is_a_warning()
    {
        _venue.Exchange.Faults.Next(int.MaxValue, Fault.DropBeforeExecuting);

        await _venue.EnsureCanceledAsync(_venue.Account.Place(), TimeSpan.FromSeconds(1));

        Assert.Equal((LogLevel.Warning, 12), _venue.Logs.Events[^1]);
    }

    [Fact]
    public async Task An_id_cannot_write_lines_of_its_own()
    {
        const string Id = "stop\r\nwarn: all is well";
        SimulatedOrder stop = _venue.Account.Place(clientAlgoId: Id);
        _venue.Exchange.Faults.Next(Fault.ExecuteThenDrop);

        await _venue.Time.RunAsync(_venue.Client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByClientAlgoId(stop.ClientAlgoId), TestContext.Current.CancellationToken));

        Assert.Contains("Looked at order stop warn: all is well", _venue.Logs.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _venue.Dispose();
}
