using System.Net;

namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Converts between the facts of the library and the numbers of a state.</summary>
internal static class ReplaceOutcomes
{
    private static readonly AlgoOrder Order = new() { AlgoId = 1, Status = AlgoOrderStatus.New };
    private static readonly TimeoutException NoResponse = new();

    public static PlaceAlgoOrderOutcome Resting { get; } = new PlaceAlgoOrderOutcome.Resting(Order);

    public static PlaceAlgoOrderOutcome PlacedTriggered { get; } = new PlaceAlgoOrderOutcome.Triggered(Order);

    public static PlaceAlgoOrderOutcome PlacedEnded { get; } = new PlaceAlgoOrderOutcome.Ended(Order);

    public static PlaceAlgoOrderOutcome Refused { get; } = Refusal(-2021);

    /// <summary>Gets the refusal of an order that closes the position beside another one.</summary>
    public static PlaceAlgoOrderOutcome RefusedBeside { get; } = Refusal(-4130);

    /// <summary>Gets the refusal of an account that has too many open orders.</summary>
    public static PlaceAlgoOrderOutcome RefusedAtLimit { get; } = Refusal(-4045);

    public static PlaceAlgoOrderOutcome PlacedUnknown { get; } = new PlaceAlgoOrderOutcome.Unknown(NoResponse, LastSeen: null);

    public static CancelAlgoOrderOutcome Canceled { get; } = new CancelAlgoOrderOutcome.Canceled(CancelEvidence.Queried, Acknowledgement: null, Order);

    public static CancelAlgoOrderOutcome Triggered { get; } = new CancelAlgoOrderOutcome.Triggered(Order);

    public static CancelAlgoOrderOutcome StillOpen { get; } = new CancelAlgoOrderOutcome.StillOpen(Order, LastError: null);

    public static CancelAlgoOrderOutcome NotFound { get; } = new CancelAlgoOrderOutcome.NotFound(AbsentFromOpenOrders: true);

    public static CancelAlgoOrderOutcome Unknown { get; } = new CancelAlgoOrderOutcome.Unknown(NoResponse, LastSeen: null);

    private static PlaceAlgoOrderOutcome?[] Placements { get; } = [null, Resting, PlacedTriggered, PlacedEnded, Refused, RefusedBeside, RefusedAtLimit, PlacedUnknown];

    private static CancelAlgoOrderOutcome?[] Cancels { get; } = [null, Canceled, Triggered, StillOpen, NotFound, Unknown];

    public static ReplaceFacts FactsOf(in ReplaceState state) => new()
    {
        Sequence = state.Sequence,
        IsAutomatic = state.IsAutomatic,
        CanBridge = state.CanBridge,
        CanRestore = state.CanRestore,
        Replacement = Placements[state.ReplacementOutcome],
        Current = Cancels[state.CurrentOutcome],
        ReplacementEnd = Cancels[state.ReplacementEnd],
        Bridge = Placements[state.BridgeOutcome],
        BridgeEnd = Cancels[state.BridgeEnd],
        Restored = Placements[state.RestoredOutcome],
    };

    public static void Set(ref ReplaceState state, ReplaceFacts facts)
    {
        state.Sequence = facts.Sequence;
        state.ReplacementOutcome = NumberOf(Placements, facts.Replacement);
        state.CurrentOutcome = NumberOf(Cancels, facts.Current);
        state.ReplacementEnd = NumberOf(Cancels, facts.ReplacementEnd);
        state.BridgeOutcome = NumberOf(Placements, facts.Bridge);
        state.BridgeEnd = NumberOf(Cancels, facts.BridgeEnd);
        state.RestoredOutcome = NumberOf(Placements, facts.Restored);
    }

    private static byte NumberOf<T>(T?[] outcomes, T? outcome)
        where T : class => (byte)Array.FindIndex(outcomes, known => ReferenceEquals(known, outcome));

    private static PlaceAlgoOrderOutcome.Refused Refusal(int code) =>
        new(new BinanceApiException("", ExecutionStatus.NotExecuted, HttpStatusCode.BadRequest) { ErrorCode = code });
}
