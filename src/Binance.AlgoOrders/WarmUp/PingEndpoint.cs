using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders;

/// <summary><c>GET /fapi/v1/ping</c>, weight 1.</summary>
internal static class PingEndpoint
{
    // Whatever it answers, the connection is there.
    private static readonly ApiRequest<object> Request = new(HttpMethod.Get, "ping", Parameters: null, static _ => string.Empty);

    public static async Task PingAsync(ApiTransport transport, CancellationToken cancellationToken)
    {
        ApiCall call = transport.Begin(timeout: null, cancellationToken);
        Attempt<object> attempt = await transport.SendAsync(Request, call).ConfigureAwait(false);
        if (attempt.Answer is null)
        {
            throw attempt.ToException(call);
        }
    }
}
