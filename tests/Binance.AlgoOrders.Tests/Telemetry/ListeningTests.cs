namespace Binance.AlgoOrders.Tests.Telemetry;

/// <summary>Tests that listen to spans, which all clients of a process share, and those of what is free of cost while nobody listens: one at a time.</summary>
[CollectionDefinition(nameof(ListeningTests))]
public sealed class ListeningTests;
