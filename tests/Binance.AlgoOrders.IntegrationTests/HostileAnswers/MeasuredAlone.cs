namespace Binance.AlgoOrders.IntegrationTests.HostileAnswers;

/// <summary>Tests that measure the memory of the whole process: no other runs at the same time.</summary>
[CollectionDefinition(nameof(MeasuredAlone), DisableParallelization = true)]
public sealed class MeasuredAlone;
