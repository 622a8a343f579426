namespace Binance.AlgoOrders;

/// <summary>What became of all algo orders of a symbol. Ordinary orders are never touched, a triggered order's child among them.</summary>
public sealed record CancelAllAlgoOrdersOutcome
{
    /// <summary>The contract.</summary>
    public required string Symbol { get; init; }

    /// <summary>Whether the symbol's open orders were read twice in a row, after the last cancel, and none was there that can still be canceled.</summary>
    public required bool IsClear { get; init; }

    /// <summary>Every order that was seen, with what became of it, in the order of their ids.</summary>
    public required IReadOnlyList<CancelManyItem> Orders { get; init; }

    /// <summary>What stood in the way last; null: nothing.</summary>
    public Exception? LastError { get; init; }

    /// <summary>The orders that are canceled.</summary>
    public IEnumerable<CancelManyItem> Canceled => Orders.Where(item => item.Outcome is CancelAlgoOrderOutcome.Canceled);

    /// <summary>The orders that triggered first: each has a live child in the ordinary order book.</summary>
    public IEnumerable<CancelManyItem> Triggered => Orders.Where(item => item.Outcome is CancelAlgoOrderOutcome.Triggered);

    /// <summary>The orders that may still be live: open, or unknown.</summary>
    public IEnumerable<CancelManyItem> Survivors => Orders.Where(item => !IsSettled(item));

    internal static bool IsSettled(CancelManyItem item) => item.IsInactive || item.Outcome is CancelAlgoOrderOutcome.Triggered or CancelAlgoOrderOutcome.NotFound;
}
