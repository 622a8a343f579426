using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Pipeline;

namespace Binance.AlgoOrders;

/// <summary>Synchronizes the clock, <c>GET /fapi/v1/time</c>, weight 1.</summary>
internal static class ServerTimeEndpoint
{
    public static async Task<ServerTimeSync> SynchronizeAsync(RequestPipeline pipeline, CallContext call)
    {
        ClockSyncResult? result = await pipeline.Clock.SynchronizeAsync(call).ConfigureAwait(false);
        return result switch
        {
            { Best: { } best } => new ServerTimeSync { Offset = result.Offset, Error = best.Error, RoundTrip = best.RoundTrip, Samples = result.Samples },
            { Last: var last } => throw last.ToException(call),
            null => throw new AlgoOrderTransportException("GET /fapi/v1/time got no response in time.", ExecutionStatus.Unknown),
        };
    }
}
