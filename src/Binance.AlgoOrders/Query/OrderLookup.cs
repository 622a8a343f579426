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
        LookupResult result = await QueryAsync().ConfigureAwait(false);
        if (result is LookupResult.NotFound && symbol is not null)
        {
            result = await ReadOpenOrdersAsync(symbol).ConfigureAwait(false);
        }

        LastSeen = (result as LookupResult.Found)?.Order ?? LastSeen;
        pipeline.Log.LookedUp(Id, result);
        return result;
    }

    private async Task<LookupResult> QueryAsync()
    {
        ApiRequest<AlgoOrder> query = FindAlgoOrderEndpoint.CreateRequest(Id);
        Attempt attempt = await pipeline.SendOnceAsync(query, call).ConfigureAwait(false);
        if (query.ResponseOf(attempt) is { } order)
        {
            return new LookupResult.Found(order);
        }

        return attempt.IsNotFound() ? new LookupResult.NotFound(AbsentFromOpenOrders: false) : new LookupResult.Failed(attempt);
    }

    private async Task<LookupResult> ReadOpenOrdersAsync(string symbol)
    {
        AlgoOrderListRequest list = ListOpenAlgoOrdersEndpoint.CreateRequest(symbol);
        Attempt attempt = await pipeline.SendOnceAsync(list, call).ConfigureAwait(false);
        if (list.ResponseOf(attempt) is not { } open)
        {
            return new LookupResult.Failed(attempt);
        }

        if (open.Find(order => Id.Matches(order.AlgoId, order.ClientAlgoId)) is not { } found)
        {
            return new LookupResult.NotFound(AbsentFromOpenOrders: true);
        }

        Id = AlgoOrderId.FromAlgoId(found.AlgoId);
        return new LookupResult.Found(found);
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
