using System.Text.Json;
using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders;

/// <summary><c>GET /fapi/v1/algoOrder</c>, weight 1.</summary>
internal static class FindAlgoOrderEndpoint
{
    private static readonly ApiOperation Query = new(HttpMethod.Get, "algoOrder");

    public static async Task<AlgoOrder?> FindAsync(ApiTransport transport, AlgoOrderId id, CancellationToken cancellationToken)
    {
        ApiRequest<AlgoOrder> request = Describe(id);
        ApiCall call = transport.Begin(timeout: null, cancellationToken);
        Attempt attempt = await transport.SendAsync(request, call).ConfigureAwait(false);
        return IsNotFound(attempt) ? null : request.AnswerOf(attempt) ?? throw attempt.ToException(call);
    }

    public static ApiRequest<AlgoOrder> Describe(AlgoOrderId id) => new Request(id);

    public static bool IsNotFound(Attempt attempt) =>
        attempt is { Verdict: AttemptVerdict.NotExecuted, Error.Code: BinanceErrorCodes.NoSuchOrder or BinanceErrorCodes.CancelRejected };

    private sealed class Request(AlgoOrderId id) : OneOrderRequest<AlgoOrder>(Query, id)
    {
        protected override AlgoOrder? Read(ReadOnlySpan<byte> body) =>
            JsonSerializer.Deserialize(body, AlgoOrderJsonContext.Default.AlgoOrder) is { } order && Id.Names(order.AlgoId, order.ClientAlgoId) ? order : null;
    }
}
