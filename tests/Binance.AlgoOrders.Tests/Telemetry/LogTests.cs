using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Tests.Telemetry;

[Collection(nameof(ListeningTests))]
public sealed class LogTests : IDisposable
{
    private readonly ListenedVenue _venue = new();

    [Fact]
    public async Task A_success_is_logged_at_Debug()
    {
        await _venue.EnsureCanceledAsync(_venue.Account.Place());
        Assert.Equal([(LogLevel.Debug, 1)], _venue.Logs.Events);
    }

    [Fact]
    public async Task An_unknown_attempt_is_logged_as_a_warning_and_its_lookup_as_information()
    {
        _venue.Exchange.Faults.Next(Fault.ExecuteThenDrop);
        await _venue.EnsureCanceledAsync(_venue.Account.Place());
        Assert.Equal([(LogLevel.Warning, 2), (LogLevel.Debug, 1), (LogLevel.Information, 10)], _venue.Logs.Events);
    }

    [Fact]
    public async Task An_order_that_triggered_first_is_logged_as_a_warning_with_its_child_order()
    {
        SimulatedOrder stop = _venue.Account.Place();
        long child = stop.Trigger();

        await _venue.EnsureCanceledAsync(stop);

        Assert.Contains((LogLevel.Warning, 11), _venue.Logs.Events);
        Assert.Contains($"Order {stop.AlgoId} triggered before it was canceled. It is TRIGGERED, its child order is {child}", _venue.Logs.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ban_is_logged_once_and_not_for_every_call_that_it_blocks()
    {
        _venue.Exchange.Faults.Next(Fault.Banned418(TimeSpan.FromMinutes(3)));
        SimulatedOrder stop = _venue.Account.Place();

        await Assert.ThrowsAsync<BinanceRateLimitException>(() => _venue.EnsureCanceledAsync(stop));
        await Assert.ThrowsAsync<BinanceRateLimitException>(() => _venue.EnsureCanceledAsync(stop));

        Assert.Single(_venue.Logs.Events, (LogLevel.Warning, 3));
    }

    [Fact]
    public async Task A_synchronization_is_logged_with_its_result()
    {
        _venue.Exchange.ClockSkew = TimeSpan.FromSeconds(30);

        await _venue.EnsureCanceledAsync(_venue.Account.Place());

        Assert.Contains((LogLevel.Information, 4), _venue.Logs.Events);
        Assert.Contains("Clock synchronized: Binance's clock is 30000 ms ahead, with an error of at most 1 ms (3 samples)", _venue.Logs.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_synchronization_is_logged_as_a_warning()
    {
        _venue.Exchange.Faults.On("GET", "/fapi/v1/time").Next(int.MaxValue, Fault.ConnectionRefused);

        await Assert.ThrowsAsync<AlgoOrderTransportException>(() =>
            _venue.Time.RunAsync(_venue.Client.SynchronizeClockAsync(TestContext.Current.CancellationToken)));

        Assert.Contains((LogLevel.Warning, 5), _venue.Logs.Events);
    }

    [Fact]
    public async Task An_unresolved_cancel_is_logged_as_a_warning_at_the_end()
    {
        _venue.Exchange.Faults.Next(int.MaxValue, Fault.DropBeforeExecuting);

        await _venue.EnsureCanceledAsync(_venue.Account.Place(), TimeSpan.FromSeconds(1));

        Assert.Equal((LogLevel.Warning, 12), _venue.Logs.Events[^1]);
    }

    [Fact]
    public async Task An_id_cannot_add_lines_to_the_log()
    {
        const string Id = "stop\r\nwarn: all is well";
        SimulatedOrder stop = _venue.Account.Place(clientAlgoId: Id);
        _venue.Exchange.Faults.Next(Fault.ExecuteThenDrop);

        await _venue.Time.RunAsync(_venue.Client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByClientAlgoId(stop.ClientAlgoId), TestContext.Current.CancellationToken));

        Assert.Contains("Looked up order stop warn: all is well, because its cancel or its placement was not confirmed: CANCELED", _venue.Logs.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _venue.Dispose();
}
