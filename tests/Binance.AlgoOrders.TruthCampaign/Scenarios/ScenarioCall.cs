using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>One call of the client, from its start to its end.</summary>
internal abstract class ScenarioCall(ScenarioEnvironment environment, TimeSpan timeout, TimeSpan startsAt, TimeSpan? givesUpAfter) : ICompletedCall, IDisposable
{
    // On the machine's clock. Only a call that hangs takes that long.
    protected static readonly TimeSpan MaxHold = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _token = new();
    private Task? _running;

    public TimeSpan Timeout => timeout;

    public bool IsOver => _running is { IsCompleted: true };

    public Exception? Failure { get; private set; }

    public Moment Start { get; private set; }

    /// <summary>The account's orders when the call started and when it returned.</summary>
    public CallWorld World { get; private set; } = CallWorld.Of(order: null, []);

    /// <summary>The account's orders when the call started.</summary>
    protected IReadOnlyList<SimulatedOrder> OrdersAtStart { get; private set; } = [];

    public Moment End { get; private set; }

    public Moment? GaveUp { get; private set; }

    /// <summary>True if the call ended on another thread while the virtual clock ran. At the deadline the clock is held.</summary>
    public bool SwitchedThread { get; protected set; }

    protected ScenarioEnvironment ScenarioEnvironment => environment;

    /// <summary>True if the virtual clock is held until the end.</summary>
    protected bool IsClockHeld { get; private set; }

    public void Schedule(AlgoOrderClient client)
    {
        environment.At(startsAt, () => _running = RunAsync(client));
        ScheduleDeadline(startsAt + timeout + GuaranteeChecker.TimerResolution);
        if (givesUpAfter is { } delay)
        {
            environment.At(startsAt + delay, GiveUp);
        }
    }

    /// <summary>Throws if the campaign itself failed.</summary>
    public void ThrowIfCampaignFailed() => _running?.GetAwaiter().GetResult();

    public void Dispose() => _token.Dispose();

    protected virtual void ScheduleDeadline(TimeSpan deadline) => environment.At(deadline, WaitForEnd);

    protected abstract Task CallAsync(AlgoOrderClient client, CancellationToken cancellationToken);

    /// <summary>Records the true state at the moment of the end.</summary>
    protected abstract void RecordTruth(Task call);

    /// <summary>Acts as the user does right after the return: places the next order, with the same client id if the call had one.</summary>
    protected virtual void ActAfterReturn()
    {
    }

    protected static T? ResultOf<T>(Task call)
        where T : class => call is Task<T> { IsCompletedSuccessfully: true } succeeded ? succeeded.GetAwaiter().GetResult() : null;

    private void GiveUp()
    {
        if (!IsOver)
        {
            GaveUp = environment.Now;
            IsClockHeld = true;
            _token.Cancel();
            WaitForEnd();
        }
    }

    /// <summary>
    /// Holds the virtual clock until the call is over. The continuation of a canceled delay runs on the thread pool, and no virtual time may
    /// pass before it.
    /// </summary>
    private void WaitForEnd()
    {
        IsClockHeld = true;
        _running?.Wait(MaxHold);
    }

    private async Task RunAsync(AlgoOrderClient client)
    {
        Start = environment.Now;
        OrdersAtStart = environment.Account.Orders;
        environment.MarkRequestsOf(this);
        Task call = CallAsync(client, _token.Token);
        await call.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // No virtual time passes between the end of the call and this line.
        End = environment.Now;
        World = environment.CreateWorld(OrdersAtStart);
        RecordTruth(call);
        ActAfterReturn();
        SwitchedThread |= environment.IsOnOtherThread && !IsClockHeld && End.Elapsed - Start.Elapsed < timeout - GuaranteeChecker.TimerResolution;
        Failure = call.IsCanceled ? await CancellationOfAsync(call).ConfigureAwait(false) : call.Exception?.InnerException;
    }

    // Only awaiting returns the exception of a canceled call.
    private static async Task<OperationCanceledException?> CancellationOfAsync(Task canceled)
    {
        try
        {
            await canceled.ConfigureAwait(false);
            return null;
        }
        catch (OperationCanceledException exception)
        {
            return exception;
        }
    }
}
