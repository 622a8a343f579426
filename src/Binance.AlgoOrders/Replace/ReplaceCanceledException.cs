namespace Binance.AlgoOrders;

/// <summary>
/// Thrown by <see cref="AlgoOrderClient.ReplaceAsync"/> if the token of the caller was canceled in the middle of the call. The outcome contains what was known
/// by then.
/// </summary>
public sealed class ReplaceCanceledException : OperationCanceledException
{
    internal ReplaceCanceledException(ReplaceAlgoOrderRequest request, ReplaceAlgoOrderOutcome.Unknown outcome, OperationCanceledException canceled)
        : base("The replacement was canceled. Requests that were sent may have been executed. Look both orders up before you act.", canceled, canceled.CancellationToken) =>
        (CurrentId, ReplacementClientAlgoId, Outcome) = (request.CurrentId, request.Replacement.ClientAlgoId, outcome);

    /// <summary>Gets the id of the order that was to be replaced.</summary>
    public AlgoOrderId CurrentId { get; }

    /// <summary>Gets the client id under which the replacement may be live.</summary>
    public string ReplacementClientAlgoId { get; }

    /// <summary>
    /// Gets what was known when the token was canceled. A part of the outcome that is null was not begun. <see cref="ReplaceAlgoOrderOutcome.MayExecuteUntil"/> is
    /// the time until which a request of the call may still be executed.
    /// </summary>
    public ReplaceAlgoOrderOutcome.Unknown Outcome { get; }
}
