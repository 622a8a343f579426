using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders;

/// <summary><c>GET /fapi/v1/openAlgoOrders</c>, weight 1 for one symbol and 40 for all.</summary>
internal static class ListOpenAlgoOrdersEndpoint
{
    private static readonly ApiOperation OfSymbol = new(HttpMethod.Get, "openAlgoOrders") { MaxAnswerBytes = AnswerSize.OfList };
    private static readonly ApiOperation OfAll = OfSymbol with { Weight = 40 };

    public static async Task<IReadOnlyList<AlgoOrder>> ListAsync(ApiTransport transport, string? symbol, CancellationToken cancellationToken)
    {
        ApiCall call = transport.Begin(timeout: null, cancellationToken);
        AlgoOrderListRequest request = Describe(symbol);
        Attempt attempt = await transport.SendAsync(request, call).ConfigureAwait(false);
        return request.AnswerOf(attempt) ?? throw attempt.ToException(call);
    }

    public static AlgoOrderListRequest Describe(string? symbol) =>
        symbol is null ? new(OfAll, "") : new(OfSymbol, "symbol=" + Uri.EscapeDataString(symbol));
}
