namespace Binance.AlgoOrders.IntegrationTests.SilentConnections;

/// <summary>A request that reached the exchange.</summary>
/// <param name="Connection">The connection that it came over.</param>
/// <param name="Protocol">The version of HTTP.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The path without the query.</param>
internal sealed record ReceivedRequest(string Connection, string Protocol, string Method, string Path);
