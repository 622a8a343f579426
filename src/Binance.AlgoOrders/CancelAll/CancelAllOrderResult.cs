namespace Binance.AlgoOrders;

/// <summary>
/// The outcome of one order that <see cref="AlgoOrderClient.EnsureAllCanceledAsync(string, CancellationToken)"/> found, or the error that prevented an
/// outcome.
/// </summary>
/// <param name="Id">Binance's id of the order.</param>
/// <param name="Outcome">The outcome, or null if there is an <see cref="Error"/>.</param>
/// <param name="Error">The error, such as a rejected key, or null if there is an <see cref="Outcome"/>.</param>
public sealed record CancelAllOrderResult(AlgoOrderId Id, CancelAlgoOrderOutcome? Outcome, AlgoOrderException? Error)
{
    /// <summary>True if the order has ended and nothing was traded.</summary>
    public bool IsInactive => Outcome?.IsInactive == true;

    internal bool IsSettled => IsInactive || Outcome is CancelAlgoOrderOutcome.Triggered;
}
