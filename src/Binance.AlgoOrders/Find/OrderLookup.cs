using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders;

/// <summary>Looks at one order: by query and, where that does not find it and its symbol is known, among the symbol's open orders.</summary>
internal sealed class OrderLookup(ApiTransport transport, ApiCall call, AlgoOrderId id, string? symbol)
{
    /// <summary>The id to go by; once the order was found among the open ones, Binance's own.</summary>
    public AlgoOrderId Id { get; private set; } = id;

    /// <summary>The order as it was last seen; null: it never was.</summary>
    public AlgoOrder? LastSeen { get; private set; }

    public async Task<Sight> LookAsync()
    {
        Sight sight = await QueryAsync().ConfigureAwait(false);
        if (sight is Sight.NotFound && symbol is not null)
        {
            sight = await ReadOpenOrdersAsync(symbol).ConfigureAwait(false);
        }

        LastSeen = (sight as Sight.Seen)?.Order ?? LastSeen;
        transport.Log.Looked(Id, sight);
        return sight;
    }

    private async Task<Sight> QueryAsync()
    {
        ApiRequest<AlgoOrder> query = FindAlgoOrderEndpoint.Describe(Id);
        Attempt attempt = await transport.AttemptAsync(query, call).ConfigureAwait(false);
        return query.AnswerOf(attempt) is { } order ? new Sight.Seen(order)
            : FindAlgoOrderEndpoint.IsNotFound(attempt) ? new Sight.NotFound(AbsentFromOpenOrders: false)
            : new Sight.Obscured(attempt);
    }

    private async Task<Sight> ReadOpenOrdersAsync(string symbol)
    {
        AlgoOrderListRequest list = ListOpenAlgoOrdersEndpoint.Describe(symbol);
        Attempt attempt = await transport.AttemptAsync(list, call).ConfigureAwait(false);
        if (list.AnswerOf(attempt) is not { } open)
        {
            return new Sight.Obscured(attempt);
        }

        if (open.Find(order => Id.Names(order.AlgoId, order.ClientAlgoId)) is not { } found)
        {
            return new Sight.NotFound(AbsentFromOpenOrders: true);
        }

        Id = AlgoOrderId.FromAlgoId(found.AlgoId);
        return new Sight.Seen(found);
    }
}
