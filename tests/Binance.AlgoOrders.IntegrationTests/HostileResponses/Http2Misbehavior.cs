namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>Responds to one request over HTTP/2 with a misbehavior.</summary>
/// <returns>True if the connection stays open.</returns>
internal delegate Task<bool> Http2Misbehavior(Stream stream, int streamId, CancellationToken stop);
