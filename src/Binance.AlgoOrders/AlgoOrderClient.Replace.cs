namespace Binance.AlgoOrders;

// Moving a stop.
public partial class AlgoOrderClient
{
    /// <summary>
    /// Replaces an order by another one of the same contract and side, as to move a stop, and determines what is live afterwards. By default the replacement is
    /// placed and confirmed before the current order is canceled, so that the position is protected at every moment. Where Binance refuses two such orders, see
    /// <see cref="ReplaceSequence.Automatic"/>. The current order is not touched while it is unknown whether the replacement was placed. If the current order is
    /// canceled first, the replacement is placed only once the current one is gone or not found. If the current order triggers meanwhile, the call cancels what
    /// it has placed.
    /// </summary>
    /// <remarks>
    /// If every request gets a response, placing first sends <c>POST /fapi/v1/algoOrder</c> (weight 0, counts 1 towards the order limits),
    /// <c>GET /fapi/v1/openAlgoOrders</c> for the symbol (1) and <c>DELETE /fapi/v1/algoOrder</c> (1). Canceling first sends the same in another order. A bridge
    /// sends six requests. A request with an id instead of an order reads the open orders once more. If the clock has not been synchronized yet, it is first: a
    /// lost request with a wrong timestamp could be executed much later. <see cref="AlgoOrderClientOptions.SynchronizeClockAtWarmUp"/> spares the call that.
    /// </remarks>
    /// <param name="request">The two orders, the sequence and the limits of the call.</param>
    /// <param name="cancellationToken">A token that ends the call at once.</param>
    /// <returns>One of seven cases. Switch over them, or use <see cref="ReplaceAlgoOrderOutcome.Match{TResult}"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// Members of the request or of the replacement exclude each other, or the replacement would expire within 600 s by a synchronized clock.
    /// </exception>
    /// <exception cref="ReplaceCanceledException">
    /// <paramref name="cancellationToken"/> was canceled. The exception contains what was known by then.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual Task<ReplaceAlgoOrderOutcome> ReplaceAsync(ReplaceAlgoOrderRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if ((request.Validate() ?? request.Replacement.Validate(Calls.Pipeline.Clock.SynchronizedTime)) is { } error)
        {
            throw new ArgumentException(error, nameof(request));
        }

        return Calls.RunAsync("replace", request, request.Timeout ?? Calls.DefaultTimeout * 2, ReplaceProcedure.RunAsync, cancellationToken);
    }
}
