using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders;

/// <summary><c>GET /fapi/v1/ping</c>, weight 1.</summary>
internal static class PingEndpoint
{
    private static readonly ApiOperation Ping = new(HttpMethod.Get, "ping") { IsSigned = false };

    public static async Task PingAsync(ApiTransport transport, CancellationToken cancellationToken)
    {
        ApiCall call = transport.Begin(timeout: null, cancellationToken);
        Attempt attempt = await transport.SendAsync(new Request(), call).ConfigureAwait(false);
        if (attempt.Answer is null)
        {
            throw attempt.ToException(call);
        }
    }

    // Whatever it answers, the connection is there.
    private sealed class Request() : TextRequest<string>(Ping)
    {
        protected override string Read(ReadOnlySpan<byte> body) => "";
    }
}
