namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>A call of the client, from its start to its end.</summary>
internal abstract class PlayedTask(Stage stage, TimeSpan timeout, TimeSpan startsAt, TimeSpan? givesUpAfter) : IPlayed, IDisposable
{
    // On the machine's clock; only a call that hangs ever takes that long.
    protected static readonly TimeSpan Settling = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _token = new();
    private Task? _running;

    public TimeSpan Timeout => timeout;

    public bool IsOver => _running is { IsCompleted: true };

    public Exception? Failure { get; private set; }

    public Moment Start { get; private set; }

    public Moment End { get; private set; }

    public Moment? GaveUp { get; private set; }

    /// <summary>Whether the end came on another thread while the virtual clock ran on; at the deadline it is held.</summary>
    public bool LeftTheThread { get; protected set; }

    protected Stage Stage => stage;

    /// <summary>Whether the virtual clock is held until the end.</summary>
    protected bool IsSettling { get; private set; }

    public void Arrange(AlgoOrderClient client)
    {
        stage.At(startsAt, () => _running = RunAsync(client));
        ArrangeDeadline(startsAt + timeout + PromiseJudge.Grain);
        if (givesUpAfter is { } patience)
        {
            stage.At(startsAt + patience, GiveUp);
        }
    }

    /// <summary>Throws what the campaign itself did wrong, if it did.</summary>
    public void ThrowOwnMistake() => _running?.GetAwaiter().GetResult();

    public void Dispose() => _token.Dispose();

    protected virtual void ArrangeDeadline(TimeSpan deadline) => stage.At(deadline, Settle);

    protected abstract Task CallAsync(AlgoOrderClient client, CancellationToken cancellationToken);

    /// <summary>Runs at the very moment of the end.</summary>
    protected abstract void NoteTruth(Task call);

    private void GiveUp()
    {
        if (!IsOver)
        {
            GaveUp = stage.Now;
            IsSettling = true;
            _token.Cancel();
            Settle();
        }
    }

    /// <summary>
    /// Holds the virtual clock until the call is over: a delay that is cancelled goes on on the thread pool, and must not find that time has
    /// passed meanwhile.
    /// </summary>
    private void Settle()
    {
        IsSettling = true;
        _running?.Wait(Settling);
    }

    private async Task RunAsync(AlgoOrderClient client)
    {
        Start = stage.Now;
        Task call = CallAsync(client, _token.Token);
        await call.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // Nothing happens on the virtual clock between the client's word and this line.
        End = stage.Now;
        NoteTruth(call);
        LeftTheThread |= stage.IsLeft && !IsSettling && End.Elapsed - Start.Elapsed < timeout - PromiseJudge.Grain;
        Failure = call.IsCanceled ? new TaskCanceledException(call) : call.Exception?.InnerException;
    }
}
