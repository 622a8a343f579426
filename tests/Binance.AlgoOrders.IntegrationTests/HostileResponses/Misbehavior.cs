namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>Responds to one request with a misbehavior.</summary>
/// <returns>True if the connection stays open for the next request.</returns>
internal delegate Task<bool> Misbehavior(Stream stream, string head, CancellationToken stop);
