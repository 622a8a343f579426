namespace Binance.AlgoOrders.Tests.Telemetry;

/// <summary>Runs tests that listen to spans and tests of the cost without a listener one at a time, because all clients of a process share the source of spans.</summary>
[CollectionDefinition(nameof(ListeningTests))]
public sealed class ListeningTests;
