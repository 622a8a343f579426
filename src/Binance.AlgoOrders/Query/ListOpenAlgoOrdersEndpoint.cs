using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Pipeline;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>Lists the open orders, <c>GET /fapi/v1/openAlgoOrders</c>, weight 1 for one symbol and 40 for all.</summary>
internal static class ListOpenAlgoOrdersEndpoint
{
    private static readonly ApiEndpoint OneSymbol = new(HttpMethod.Get, "openAlgoOrders") { MaxResponseBytes = ApiEndpoint.ListMaxResponseBytes };
    private static readonly ApiEndpoint AllSymbols = OneSymbol with { Weight = 40 };

    public static async Task<IReadOnlyList<AlgoOrder>> ListAsync(RequestPipeline pipeline, CallContext call, string? symbol)
    {
        AlgoOrderListRequest request = CreateRequest(symbol);
        Attempt attempt = await pipeline.SendWithRetryAsync(request, call).ConfigureAwait(false);
        return request.ResponseOf(attempt) ?? throw attempt.ToException(call);
    }

    public static AlgoOrderListRequest CreateRequest(string? symbol) =>
        symbol is null ? new(AllSymbols, "", symbol) : new(OneSymbol, "symbol=" + Uri.EscapeDataString(symbol), symbol);
}
