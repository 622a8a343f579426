using System.Text.Json;
using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders;

/// <summary><c>GET /fapi/v1/openAlgoOrders</c>, weight 1 for one symbol and 40 for all.</summary>
internal static class ListOpenAlgoOrdersEndpoint
{
    private const int WeightOfAll = 40;

    public static async Task<IReadOnlyList<AlgoOrder>> ListAsync(ApiTransport transport, string? symbol, CancellationToken cancellationToken)
    {
        ApiCall call = transport.Begin(timeout: null, cancellationToken);
        Attempt<List<AlgoOrder>> attempt = await transport.SendAsync(Describe(symbol), call).ConfigureAwait(false);
        return attempt.Answer ?? throw attempt.ToException(call);
    }

    public static ApiRequest<List<AlgoOrder>> Describe(string? symbol) => new(
        HttpMethod.Get,
        "openAlgoOrders",
        symbol is null ? "" : "symbol=" + Uri.EscapeDataString(symbol),
        static body => JsonSerializer.Deserialize(body, AlgoOrderJsonContext.Default.ListAlgoOrder))
    {
        MaxAnswerBytes = AnswerSize.OfList,
        Weight = symbol is null ? WeightOfAll : 1,
    };
}
