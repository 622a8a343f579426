using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Pipeline;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>Lists the open orders, <c>GET /fapi/v1/openAlgoOrders</c>, weight 1 for one symbol and 40 for all.</summary>
internal static class ListOpenAlgoOrdersEndpoint
{
    private static readonly ApiEndpoint OneSymbol = new(HttpMethod.Get, "openAlgoOrders") { MaxResponseBytes = ApiEndpoint.ListMaxResponseBytes };
    private static readonly ApiEndpoint AllSymbols = OneSymbol with { Weight = 40 };
    private static readonly ApiEndpoint Lookup = OneSymbol with { Priority = RequestPriority.Cancel };

    public static async Task<IReadOnlyList<AlgoOrder>> ListAsync(RequestPipeline pipeline, CallContext call, string? symbol)
    {
        AlgoOrderListRequest request = symbol is null ? new(AllSymbols, "", symbol) : CreateRequest(OneSymbol, symbol);
        Attempt attempt = await pipeline.SendWithRetryAsync(request, call).ConfigureAwait(false);
        return request.ResponseOf(attempt) ?? throw AlgoOrderListRequest.ToException(attempt, call);
    }

    /// <summary>Creates a request that finds out what became of a cancel or of a new order.</summary>
    public static AlgoOrderListRequest CreateLookup(string symbol) => CreateRequest(Lookup, symbol);

    private static AlgoOrderListRequest CreateRequest(ApiEndpoint endpoint, string symbol) => new(endpoint, "symbol=" + Uri.EscapeDataString(symbol), symbol);
}
