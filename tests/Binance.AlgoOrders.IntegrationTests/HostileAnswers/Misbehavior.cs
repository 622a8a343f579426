namespace Binance.AlgoOrders.IntegrationTests.HostileAnswers;

/// <summary>Answers one request, badly.</summary>
/// <returns>Whether the connection stays open for the next request.</returns>
internal delegate Task<bool> Misbehavior(Stream stream, string head, CancellationToken stop);
