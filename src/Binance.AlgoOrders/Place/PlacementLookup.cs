using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Pipeline;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>Looks up the order that a call may have placed, by its client id: in a query, then in the open orders of its symbol.</summary>
/// <param name="pipeline">The pipeline.</param>
/// <param name="call">The call that placed the order.</param>
/// <param name="order">The order as it was to be placed.</param>
/// <param name="first">The first attempt that may have placed the order.</param>
internal sealed class PlacementLookup(RequestPipeline pipeline, CallContext call, NewAlgoOrder order, Attempt first)
{
    private readonly AlgoOrderId _id = AlgoOrderId.FromClientAlgoId(order.ClientAlgoId);

    /// <summary>True if Binance rejected the last attempt, because an open order has the client id.</summary>
    public required bool IsDuplicate { get; init; }

    public async Task<PlacementResult> LookUpAsync()
    {
        PlacementResult result = await QueryAsync().ConfigureAwait(false);
        if (result.Placed is null)
        {
            PlacementResult list = await ReadOpenOrdersAsync().ConfigureAwait(false);
            result = new PlacementResult
            {
                Placed = list.Placed,
                Blocking = list.Blocking ?? result.Blocking,
                IsAbsent = result.IsAbsent && list.IsAbsent,
                Failed = list.Failed ?? result.Failed,
            };
        }

        pipeline.Log.LookedUp(_id, ToLogResult(result));
        return result;
    }

    private async Task<PlacementResult> QueryAsync()
    {
        ApiRequest<AlgoOrder> query = FindAlgoOrderEndpoint.CreateLookup(_id);
        Attempt attempt = await pipeline.SendOnceAsync(query, call).ConfigureAwait(false);
        if (query.ResponseOf(attempt) is { } found)
        {
            return await CompareAsync(found).ConfigureAwait(false);
        }

        return attempt.IsNotFound() ? new PlacementResult { IsAbsent = true } : new PlacementResult { Failed = attempt };
    }

    private async Task<PlacementResult> ReadOpenOrdersAsync()
    {
        AlgoOrderListRequest list = ListOpenAlgoOrdersEndpoint.CreateLookup(order.Symbol);
        Attempt attempt = await pipeline.SendOnceAsync(list, call).ConfigureAwait(false);

        // Ids are unique among open orders.
        if (list.GetReadableOrders(attempt).Find(item => _id.Matches(item.AlgoId, item.ClientAlgoId)) is { } found)
        {
            return await CompareAsync(found).ConfigureAwait(false);
        }

        // A list with an unreadable order may contain this one.
        return list.ResponseOf(attempt) is null ? new PlacementResult { Failed = attempt } : new PlacementResult { IsAbsent = true };
    }

    /// <summary>
    /// Compares a found order with the placed one. Another order may have the same client id and the same terms, but not the same time: the placed order
    /// was created after the first attempt began. The times are comparable once Binance's clock was read in this call, the more precisely the better.
    /// </summary>
    private async Task<PlacementResult> CompareAsync(AlgoOrder found)
    {
        if (found.CreateTime is not { } created)
        {
            // Without a time, an ended order may be an older one. With one that could not be read, an open order may be too.
            bool isOwn = found.Status == AlgoOrderStatus.New && !found.Unread.ContainsKey("createTime") && order.Matches(found);
            return isOwn ? new PlacementResult { Placed = found } : new PlacementResult();
        }

        if (await GetSentTimeAsync().ConfigureAwait(false) is not { } sent)
        {
            return new PlacementResult();
        }

        if (sent.IsAfter(created))
        {
            return new PlacementResult { Blocking = found.Status == AlgoOrderStatus.New ? found : null };
        }

        // Within the error of the clock, an older order may have ended just before, or have kept the id to itself.
        bool isCertain = sent.IsNotAfter(created) || (found.Status == AlgoOrderStatus.New && !IsDuplicate);
        return isCertain && order.Matches(found) ? new PlacementResult { Placed = found } : new PlacementResult();
    }

    private async Task<ClockMoment?> GetSentTimeAsync()
    {
        if (!await pipeline.Clock.EnsureSynchronizedSinceAsync(first.StartTimestamp, call).ConfigureAwait(false))
        {
            return null;
        }

        if (!pipeline.Clock.GetMoment(first.StartTimestamp).IsPrecise)
        {
            await pipeline.Clock.SynchronizeAsync(call).ConfigureAwait(false);
        }

        return pipeline.Clock.GetMoment(first.StartTimestamp);
    }

    private static LookupResult ToLogResult(PlacementResult result) => result switch
    {
        { Placed: { } placed } => new LookupResult.Found(placed),
        { Failed: { } failed } => new LookupResult.Failed(failed),
        _ => new LookupResult.NotFound(AbsentFromOpenOrders: true),
    };
}

/// <summary>The result of one lookup of an order that may have been placed. By default nothing is known.</summary>
internal sealed record PlacementResult
{
    /// <summary>Gets the placed order, or null if it was not found.</summary>
    public AlgoOrder? Placed { get; init; }

    /// <summary>Gets an older open order with the same client id, which keeps another one from being placed, or null if there is none.</summary>
    public AlgoOrder? Blocking { get; init; }

    /// <summary>True if neither the query nor the list contained an order with the client id.</summary>
    public bool IsAbsent { get; init; }

    /// <summary>Gets a request that failed, or null if none did.</summary>
    public Attempt? Failed { get; init; }
}
