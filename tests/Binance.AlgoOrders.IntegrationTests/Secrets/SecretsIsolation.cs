namespace Binance.AlgoOrders.IntegrationTests.Secrets;

/// <summary>The tests that capture the diagnostics of the whole process, which no other test runs in parallel with.</summary>
[CollectionDefinition(nameof(SecretsTests), DisableParallelization = true)]
public sealed class SecretsIsolation;
