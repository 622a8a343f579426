namespace Binance.AlgoOrders;

/// <summary>What became of one order of many: an outcome as true as that of a single cancel, or the error that kept it from being found out.</summary>
/// <param name="Id">The order's id, as it was given.</param>
/// <param name="Outcome">What became of it; null: there is an <see cref="Error"/>.</param>
/// <param name="Error">Why it was not tried to the end, such as a key that is refused; null: there is an <see cref="Outcome"/>.</param>
public sealed record CancelManyItem(AlgoOrderId Id, CancelAlgoOrderOutcome? Outcome, AlgoOrderException? Error)
{
    /// <summary>Whether the order surely does nothing any more.</summary>
    public bool IsInactive => Outcome?.IsInactive == true;
}
