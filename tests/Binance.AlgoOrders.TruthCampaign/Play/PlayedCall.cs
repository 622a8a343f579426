using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>A call, what the client said of it, and the truth at the very moment at which it said so.</summary>
internal sealed class PlayedCall(CallPlan plan, AlgoOrderId id, SimulatedOrder? order, TimeSpan timeout, Stage stage) : IDisposable
{
    // On the machine's clock; only a call that hangs ever takes that long.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _token = new();
    private Task? _running;
    private bool _isSettling;

    public CallPlan Plan => plan;

    public AlgoOrderId Id => id;

    /// <summary>Null: the id never existed.</summary>
    public SimulatedOrder? Order => order;

    public TimeSpan Timeout => timeout;

    public bool IsOver => _running is { IsCompleted: true };

    public CancelAlgoOrderOutcome? Outcome { get; private set; }

    /// <summary>Of a single cancel.</summary>
    public CancelAlgoOrderResult? Acknowledgement { get; private set; }

    public Exception? Failure { get; private set; }

    public Moment Start { get; private set; }

    public Moment End { get; private set; }

    /// <summary>When the caller gave up, if that was before the end.</summary>
    public Moment? GaveUp { get; private set; }

    /// <summary>The order's life until the end of the call; empty for an id that never existed.</summary>
    public IReadOnlyList<SimulatedOrderChange> HistoryAtEnd { get; private set; } = [];

    public SimulatedOrderStatus? StatusAtEnd => HistoryAtEnd.Count == 0 ? null : HistoryAtEnd[^1].Status;

    /// <summary>Whether the end came on another thread while the virtual clock ran on; at the deadline it is held.</summary>
    public bool LeftTheThread { get; private set; }

    public void Begin(AlgoOrderClient client)
    {
        CancelAlgoOrderRequest request = id switch
        {
            AlgoOrderId.ByAlgoId byAlgoId => CancelAlgoOrderRequest.ByAlgoId(byAlgoId.AlgoId),
            AlgoOrderId.ByClientAlgoId byClientAlgoId => CancelAlgoOrderRequest.ByClientAlgoId(byClientAlgoId.ClientAlgoId),
            _ => throw new InvalidOperationException("There are two kinds of ids."),
        };
        _running = RunAsync(client, request with { RecvWindow = plan.RecvWindow, Timeout = plan.Timeout, Symbol = plan.Symbol });
    }

    public void GiveUp()
    {
        if (!IsOver)
        {
            GaveUp = stage.Now;
            _isSettling = true;
            _token.Cancel();
            Settle();
        }
    }

    /// <summary>
    /// Holds the virtual clock until the call is over: a delay that is cancelled goes on on the thread pool, and must not find that time has
    /// passed meanwhile.
    /// </summary>
    public void Settle()
    {
        _isSettling = true;
        _running?.Wait(Settling);
    }

    /// <summary>Throws what the campaign itself did wrong, if it did.</summary>
    public void ThrowOwnMistake() => _running?.GetAwaiter().GetResult();

    public void Dispose() => _token.Dispose();

    private async Task RunAsync(AlgoOrderClient client, CancelAlgoOrderRequest request)
    {
        Start = stage.Now;
        Task call = plan.IsSingleCancel ? client.CancelAsync(request, _token.Token) : client.EnsureCanceledAsync(request, _token.Token);
        await call.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // Nothing happens on the virtual clock between the client's word and this line.
        End = stage.Now;
        HistoryAtEnd = order?.History ?? [];
        LeftTheThread = stage.IsLeft && !_isSettling && End.Elapsed - Start.Elapsed < timeout - PromiseJudge.Grain;
        Outcome = call is Task<CancelAlgoOrderOutcome> { IsCompletedSuccessfully: true } ensured ? await ensured : null;
        Acknowledgement = call is Task<CancelAlgoOrderResult> { IsCompletedSuccessfully: true } canceled ? await canceled : null;
        Failure = call.IsCanceled ? new TaskCanceledException(call) : call.Exception?.InnerException;
    }
}
