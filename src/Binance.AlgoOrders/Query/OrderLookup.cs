using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Pipeline;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>Looks up one order, by a query or in the open orders of its symbol.</summary>
internal static class OrderLookup
{
    /// <summary>Queries an order.</summary>
    public static async Task<LookupResult> QueryAsync(RequestPipeline pipeline, CallContext call, AlgoOrderId id)
    {
        ApiRequest<AlgoOrder> query = FindAlgoOrderEndpoint.CreateLookup(id);
        Attempt attempt = await pipeline.SendOnceAsync(query, call).ConfigureAwait(false);
        if (query.ResponseOf(attempt) is { } order)
        {
            return new LookupResult.Found(order);
        }

        return attempt.IsNotFound() ? new LookupResult.NotFound(AbsentFromOpenOrders: false) : new LookupResult.Failed(attempt);
    }

    /// <summary>Looks for an order in the open orders of a symbol.</summary>
    public static async Task<LookupResult> FindOpenAsync(RequestPipeline pipeline, CallContext call, AlgoOrderId id, string symbol)
    {
        AlgoOrderListRequest list = ListOpenAlgoOrdersEndpoint.CreateLookup(symbol);
        Attempt attempt = await pipeline.SendOnceAsync(list, call).ConfigureAwait(false);
        if (list.GetReadableOrders(attempt).Find(order => id.Matches(order.AlgoId, order.ClientAlgoId)) is { } found)
        {
            return new LookupResult.Found(found);
        }

        // A list with an unreadable order may contain this one.
        return list.ResponseOf(attempt) is null ? new LookupResult.Failed(attempt) : new LookupResult.NotFound(AbsentFromOpenOrders: true);
    }
}

/// <summary>The result of one lookup.</summary>
internal abstract record LookupResult
{
    private LookupResult()
    {
    }

    internal sealed record Found(AlgoOrder Order) : LookupResult;

    internal sealed record NotFound(bool AbsentFromOpenOrders) : LookupResult;

    /// <summary>The lookup failed. The attempt has the reason.</summary>
    internal sealed record Failed(Attempt Attempt) : LookupResult;
}
