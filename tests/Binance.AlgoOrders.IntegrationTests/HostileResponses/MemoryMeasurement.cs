namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>The tests that measure the memory of the whole process, which no other test runs in parallel with.</summary>
[CollectionDefinition(nameof(MemoryMeasurement), DisableParallelization = true)]
public sealed class MemoryMeasurement;
