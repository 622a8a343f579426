using Binance.AlgoOrders.Internal.Timing;
using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders;

/// <summary><c>GET /fapi/v1/time</c>, weight 1.</summary>
internal static class ServerTimeEndpoint
{
    public static async Task<ServerTimeSync> SynchronizeAsync(ApiTransport transport, CancellationToken cancellationToken)
    {
        ApiCall call = transport.Begin(timeout: null, cancellationToken);
        SynchronizationRun? run = await transport.Clock.SynchronizeAsync(call).ConfigureAwait(false);
        return run switch
        {
            { Best: { } best } => new ServerTimeSync { Offset = run.Offset, Error = best.Error, RoundTrip = best.RoundTrip, Samples = run.Looks },
            { Last: var last } => throw last.ToException(call),
            null => throw new AlgoOrderTransportException("GET /fapi/v1/time got no answer in time.", ExecutionStatus.Unknown),
        };
    }
}
