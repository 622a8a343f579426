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
    /// True if nothing of the symbol can be canceled any more: a cancel of all orders was acknowledged, or every order that was seen is canceled, triggered
    /// or ended. Then two lists of open orders, at least <see cref="AlgoOrderClientOptions.VisibilityLag"/> apart, contained none, and no request of this call
    /// can be executed any more.
    /// </summary>
    public required bool IsClear { get; init; }

    /// <summary>
    /// Gets every order that a list contained after the cancel of all orders, with its outcome, in ascending order of ids. Orders that were canceled at once
    /// are not among them.
    /// </summary>
    public required IReadOnlyList<CancelAllOrderResult> Orders { get; init; }

    /// <summary>
    /// Gets the time on Binance's clock until which a cancel of all orders that this call sent may still be executed, or null if none can be. An order of the
    /// symbol that is placed before that time may be canceled.
    /// </summary>
    public DateTimeOffset? MayExecuteUntil { get; init; }

    /// <summary>Gets the last failure, or null if there was none.</summary>
    public Exception? LastError { get; init; }

    /// <summary>Gets the orders that are canceled.</summary>
    public IEnumerable<CancelAllOrderResult> Canceled => Orders.Where(item => item.Outcome is CancelAlgoOrderOutcome.Canceled);

    /// <summary>Gets the orders that triggered first. The child order of each may be live, filled or canceled.</summary>
    public IEnumerable<CancelAllOrderResult> Triggered => Orders.Where(item => item.Outcome is CancelAlgoOrderOutcome.Triggered);

    /// <summary>Gets the orders that may still be live, because they are open or their outcome is unknown.</summary>
    public IEnumerable<CancelAllOrderResult> Survivors => Orders.Where(item => !item.IsSettled);

    string ICallOutcome.OutcomeName => IsClear ? "clear" : "not_clear";

    Exception? ICallOutcome.OutcomeError => IsClear ? null : LastError;
}
