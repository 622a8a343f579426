using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Cancel;

/// <summary>Cancellation ends any wait of a call at once.</summary>
public sealed class CallersTokenTests : IDisposable
{
    private readonly TestVenue _venue = new(options => options.HedgeAfter = Timeout.InfiniteTimeSpan);

    public static TheoryData<string> Waits => ["backoff", "ban", "answer", "lookup", "trigger", "second look", "window", "clock"];

    [Theory]
    [MemberData(nameof(Waits))]
    public async Task It_ends_any_wait_at_once(string wait)
    {
        SimulatedOrder stop = _venue.Account.Place();
        CancelAlgoOrderRequest request = Arrange(wait, stop);
        TimeSpan moment = wait == "window" ? TimeSpan.FromSeconds(8.2) : TimeSpan.FromMilliseconds(50);
        using var caller = new CancellationTokenSource();
        using ITimer canceling = _venue.Time.CreateTimer(_ => caller.Cancel(), null, moment, Timeout.InfiniteTimeSpan);
        DateTimeOffset start = _venue.Time.GetUtcNow();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _venue.Time.RunUntilAsync(_venue.Client.EnsureCanceledAsync(request, caller.Token), caller.Token));

        Assert.Equal(caller.Token, exception.CancellationToken);
        Assert.Equal(moment, _venue.Time.GetUtcNow() - start);
    }

    public void Dispose() => _venue.Dispose();

    private CancelAlgoOrderRequest Arrange(string wait, SimulatedOrder stop)
    {
        CancelAlgoOrderRequest request = CancelAlgoOrderRequest.ByAlgoId(stop.AlgoId);
        SimulatedFaults faults = _venue.Exchange.Faults;
        switch (wait)
        {
            case "backoff":
                faults.Next(1000, Fault.ConnectionRefused);
                break;
            case "ban":
                faults.Next(Fault.Banned418(TimeSpan.FromSeconds(5)));
                break;
            case "answer":
                faults.Next(Fault.DelayBeforeResponding(TimeSpan.FromSeconds(1)));
                break;
            case "lookup":
                faults.On("GET").Next(Fault.DelayBeforeResponding(TimeSpan.FromSeconds(1)));
                stop.Cancel();
                break;
            case "trigger":
                stop.BeginTrigger();
                break;
            case "second look":
                return CancelAlgoOrderRequest.ByAlgoId(42);
            case "window":
                faults.On("DELETE").Next(1000, Fault.DropBeforeExecuting);
                return request with { RecvWindow = TimeSpan.FromMilliseconds(990) };
            case "clock":
                faults.Next(Fault.Timestamp1021, Fault.DelayBeforeResponding(TimeSpan.FromSeconds(1)));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(wait), wait, "There is no such wait.");
        }

        return request;
    }
}
