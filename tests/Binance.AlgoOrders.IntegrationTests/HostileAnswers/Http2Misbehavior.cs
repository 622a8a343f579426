namespace Binance.AlgoOrders.IntegrationTests.HostileAnswers;

/// <summary>Answers one request over HTTP/2, badly.</summary>
/// <returns>Whether the connection stays open.</returns>
internal delegate Task<bool> Http2Misbehavior(Stream stream, int streamId, CancellationToken stop);
