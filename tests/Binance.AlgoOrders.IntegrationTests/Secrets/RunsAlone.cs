namespace Binance.AlgoOrders.IntegrationTests.Secrets;

/// <summary>What listens to a whole process runs alone in it.</summary>
[CollectionDefinition(nameof(SecretsTests), DisableParallelization = true)]
public sealed class RunsAlone;
