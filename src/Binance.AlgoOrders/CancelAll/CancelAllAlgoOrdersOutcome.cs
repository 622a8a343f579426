namespace Binance.AlgoOrders;

/// <summary>
/// Represents the outcome of <see cref="AlgoOrderClient.EnsureAllCanceledAsync(string, CancellationToken)"/> for all algo orders of a
/// symbol. Ordinary orders, which include the child orders of triggered orders, are never touched.
/// </summary>
public sealed record CancelAllAlgoOrdersOutcome : ICallOutcome
{
    /// <summary>Gets the contract, such as <c>BTCUSDT</c>.</summary>
    public required string Symbol { get; init; }

    /// <summary>
    /// True if two lists of the symbol's open orders in a row contained no order that can still be canceled, and every order that was seen is known to
    /// have been canceled, triggered, ended or not found.
    /// </summary>
    public required bool IsClear { get; init; }

    /// <summary>Gets every order that was seen with its outcome, in ascending order of ids.</summary>
    public required IReadOnlyList<CancelAllOrderResult> Orders { get; init; }

    /// <summary>Gets the last failure, or null if there was none.</summary>
    public Exception? LastError { get; init; }

    /// <summary>Gets the orders that are canceled.</summary>
    public IEnumerable<CancelAllOrderResult> Canceled => Orders.Where(item => item.Outcome is CancelAlgoOrderOutcome.Canceled);

    /// <summary>Gets the orders that triggered first. The child order of each may be live in the ordinary order book.</summary>
    public IEnumerable<CancelAllOrderResult> Triggered => Orders.Where(item => item.Outcome is CancelAlgoOrderOutcome.Triggered);

    /// <summary>Gets the orders that may still be live, because they are open or their outcome is unknown.</summary>
    public IEnumerable<CancelAllOrderResult> Survivors => Orders.Where(item => !item.IsSettled);

    string ICallOutcome.OutcomeName => IsClear ? "clear" : "not_clear";

    Exception? ICallOutcome.OutcomeError => IsClear ? null : LastError;
}
