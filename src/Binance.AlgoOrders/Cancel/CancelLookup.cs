using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Pipeline;

namespace Binance.AlgoOrders;

/// <summary>Looks an order up by a query and in the open orders of its symbol, if that is known.</summary>
/// <param name="pipeline">The pipeline.</param>
/// <param name="call">The call.</param>
/// <param name="meantAt">The monotonic timestamp at which the id belonged to the order that is meant.</param>
/// <param name="record">The action that records every result.</param>
internal sealed class CancelLookup(RequestPipeline pipeline, CallContext call, long meantAt, Action<LookupResult> record)
{
    /// <summary>Returns the facts after a lookup.</summary>
    /// <param name="facts">The facts before it.</param>
    /// <param name="at">The time at which the lookup begins.</param>
    public Task<CancelFacts> RunAsync(CancelFacts facts, TimeSpan at) => facts switch
    {
        { Symbol: { } symbol, Mode: CancelMode.LookUpOnly } => ReadOpenOrdersFirstAsync(facts, symbol, at),
        _ => QueryFirstAsync(facts, at),
    };

    private async Task<CancelFacts> QueryFirstAsync(CancelFacts facts, TimeSpan at)
    {
        LookupResult query = await QueryAsync(facts).ConfigureAwait(false);
        CancelFacts next = Date(facts).AfterLookup(query, at);
        if (facts.Symbol is not { } symbol || next.AbsentLookups <= facts.AbsentLookups)
        {
            return next;
        }

        LookupResult openOrders = await ReadOpenOrdersAsync(facts, symbol).ConfigureAwait(false);
        return Date(next).AfterOpenOrders(openOrders, at);
    }

    // The open orders do not lag behind a change, so that they alone say that the order is live.
    private async Task<CancelFacts> ReadOpenOrdersFirstAsync(CancelFacts facts, string symbol, TimeSpan at)
    {
        LookupResult openOrders = await ReadOpenOrdersAsync(facts, symbol).ConfigureAwait(false);
        if (openOrders is LookupResult.Found { Order: var open } && Date(facts).AfterListing(open, at) is var listed && listed.AbsentLookups <= facts.AbsentLookups)
        {
            return listed;
        }

        LookupResult query = await QueryAsync(facts).ConfigureAwait(false);
        CancelFacts next = Date(facts).AfterLookup(query, at);
        return next.AbsentLookups > facts.AbsentLookups ? next.AfterOpenOrders(openOrders, at) : next;
    }

    private async Task<LookupResult> QueryAsync(CancelFacts facts)
    {
        LookupResult result = await OrderLookup.QueryAsync(pipeline, call, facts.IdToQuery).ConfigureAwait(false);
        record(result);
        return result;
    }

    private async Task<LookupResult> ReadOpenOrdersAsync(CancelFacts facts, string symbol)
    {
        LookupResult result = await OrderLookup.FindOpenAsync(pipeline, call, facts.RequestedId, symbol).ConfigureAwait(false);
        record(result);
        return result;
    }

    // A rejected timestamp may have set the clock during the request.
    private CancelFacts Date(CancelFacts facts) => facts.StartingAt(pipeline.Clock.GetMoment(meantAt));
}
