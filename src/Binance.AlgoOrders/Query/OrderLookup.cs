using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Pipeline;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>Looks up one order: by a query and, if that does not find it and its symbol is known, in the symbol's open orders.</summary>
internal sealed class OrderLookup(RequestPipeline pipeline, CallContext call, AlgoOrderId id, string? symbol)
{
    /// <summary>Gets the id to use: Binance's own once the order was found in the open orders.</summary>
    public AlgoOrderId Id { get; private set; } = id;

    /// <summary>Gets the order as it was last found, or null if it never was.</summary>
    public AlgoOrder? LastSeen { get; private set; }

    public async Task<LookupResult> LookUpAsync()
    {
        LookupResult result = await QueryAsync(pipeline, call, Id).ConfigureAwait(false);
        if (result is LookupResult.NotFound && symbol is not null)
        {
            result = await FindOpenAsync(pipeline, call, Id, symbol).ConfigureAwait(false);
            Id = result is LookupResult.Found open ? AlgoOrderId.FromAlgoId(open.Order.AlgoId) : Id;
        }

        LastSeen = (result as LookupResult.Found)?.Order ?? LastSeen;
        pipeline.Log.LookedUp(Id, result);
        return result;
    }

    /// <summary>Queries an order.</summary>
    public static async Task<LookupResult> QueryAsync(RequestPipeline pipeline, CallContext call, AlgoOrderId id)
    {
        ApiRequest<AlgoOrder> query = FindAlgoOrderEndpoint.CreateRequest(id);
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
        AlgoOrderListRequest list = ListOpenAlgoOrdersEndpoint.CreateRequest(symbol);
        Attempt attempt = await pipeline.SendOnceAsync(list, call).ConfigureAwait(false);
        if (list.ResponseOf(attempt) is not { } open)
        {
            return new LookupResult.Failed(attempt);
        }

        AlgoOrder? found = open.Find(order => id.Matches(order.AlgoId, order.ClientAlgoId));
        return found is null ? new LookupResult.NotFound(AbsentFromOpenOrders: true) : new LookupResult.Found(found);
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
