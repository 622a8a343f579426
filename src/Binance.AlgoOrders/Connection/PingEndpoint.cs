using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Pipeline;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>Pings Binance, <c>GET /fapi/v1/ping</c>, weight 1.</summary>
internal static class PingEndpoint
{
    private static readonly ApiEndpoint Ping = new(HttpMethod.Get, "ping") { IsSigned = false };

    public static async Task PingAsync(RequestPipeline pipeline, CallContext call)
    {
        Attempt attempt = await pipeline.SendWithRetryAsync(new Request(), call).ConfigureAwait(false);
        if (attempt.Response is null)
        {
            throw attempt.ToException(call);
        }
    }

    // Any body proves that the connection is open.
    private sealed class Request() : QueryStringRequest<string>(Ping)
    {
        protected override string Read(ReadOnlySpan<byte> body) => "";
    }
}
