namespace Binance.AlgoOrders;

/// <summary>
/// Represents the result of one order of a bulk cancel: an outcome as reliable as that of a single cancel, or the error that prevented an outcome.
/// </summary>
/// <param name="Id">The id of the order, as it was given. Null only if the sequence contained null, which <paramref name="Error"/> then says.</param>
/// <param name="Outcome">The outcome, or null if there is an <see cref="Error"/>.</param>
/// <param name="Error">The error that ended the cancel early, such as a rejected key, or null if there is an <see cref="Outcome"/>.</param>
public sealed record CancelManyResult(AlgoOrderId Id, CancelAlgoOrderOutcome? Outcome, AlgoOrderException? Error)
{
    /// <summary>True if the order certainly has no further effect.</summary>
    public bool IsInactive => Outcome?.IsInactive == true;
}
