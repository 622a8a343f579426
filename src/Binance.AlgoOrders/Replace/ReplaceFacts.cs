namespace Binance.AlgoOrders;

/// <summary>Contains what became of each order of a replacement. Null means that nothing was done about the order yet. Immutable.</summary>
internal sealed record ReplaceFacts
{
    // Another open order of the same kind and direction closes the position.
    private const int ClosePositionOrderExists = -4130;

    /// <summary>Gets the sequence. <see cref="ReplaceSequence.Automatic"/> has been decided.</summary>
    public required ReplaceSequence Sequence { get; init; }

    /// <summary>True if a refusal may change the sequence.</summary>
    public bool IsAutomatic { get; init; }

    public bool CanBridge { get; init; }

    public bool CanRestore { get; init; }

    public PlaceAlgoOrderOutcome? Replacement { get; init; }

    /// <summary>Gets what a cancel of the current order, or a lookup, has shown.</summary>
    public CancelAlgoOrderOutcome? Current { get; init; }

    /// <summary>Gets what became of the replacement when it was canceled again.</summary>
    public CancelAlgoOrderOutcome? ReplacementEnd { get; init; }

    public PlaceAlgoOrderOutcome? Bridge { get; init; }

    public CancelAlgoOrderOutcome? BridgeEnd { get; init; }

    public PlaceAlgoOrderOutcome? Restored { get; init; }

    /// <summary>Gets the outcome of the order that was refused or has ended, or of a bridge that triggered at once, or null if there was none.</summary>
    public PlaceAlgoOrderOutcome? Refusal => (Replacement, Bridge) switch
    {
        (PlaceAlgoOrderOutcome.Refused or PlaceAlgoOrderOutcome.Ended, _) => Replacement,
        (null, PlaceAlgoOrderOutcome.Refused or PlaceAlgoOrderOutcome.Ended or PlaceAlgoOrderOutcome.Triggered) => Bridge,
        _ => null,
    };

    /// <summary>
    /// True if the current order is not live and has not triggered. Binance shows every such order after VisibilityLag, so that one that is not found is none.
    /// Only a younger order of the same client id could hide it.
    /// </summary>
    public bool IsCurrentGone => Current is { IsInactive: true } or CancelAlgoOrderOutcome.NotFound { AbsentFromOpenOrders: true, MayBeHidden: false };

    /// <summary>True if the bridge may be live or has triggered.</summary>
    public bool MayHaveBridge => MayBeLive(Bridge) && BridgeEnd is not { IsInactive: true };

    /// <summary>True if the restored order may be live.</summary>
    public bool MayHaveRestored => MayBeLive(Restored);

    public static bool MayBeLive(PlaceAlgoOrderOutcome? outcome) =>
        outcome is PlaceAlgoOrderOutcome.Resting or PlaceAlgoOrderOutcome.Triggered or PlaceAlgoOrderOutcome.Unknown;

    /// <summary>Returns the facts after the replacement was placed or refused. Binance may refuse it beside the current order only.</summary>
    public ReplaceFacts AfterReplacement(PlaceAlgoOrderOutcome outcome) => (Sequence, CodeOf(outcome)) switch
    {
        (ReplaceSequence.PlaceFirst, ClosePositionOrderExists) when IsAutomatic && CanBridge => this with { Sequence = ReplaceSequence.Bridge },
        (ReplaceSequence.PlaceFirst, ClosePositionOrderExists or BinanceErrorCodes.MaxStopOrdersExceeded) when IsAutomatic =>
            this with { Sequence = ReplaceSequence.CancelFirst },
        _ => this with { Replacement = outcome },
    };

    /// <summary>Returns the facts after the bridge was placed or refused.</summary>
    public ReplaceFacts AfterBridge(PlaceAlgoOrderOutcome outcome)
    {
        if (IsAutomatic && CodeOf(outcome) == BinanceErrorCodes.MaxStopOrdersExceeded)
        {
            return this with { Sequence = ReplaceSequence.CancelFirst };
        }

        return this with { Bridge = outcome };
    }

    private static int? CodeOf(PlaceAlgoOrderOutcome outcome) => (outcome as PlaceAlgoOrderOutcome.Refused)?.Error is BinanceApiException error ? error.ErrorCode : null;
}
