namespace Binance.AlgoOrders.RedisTests;

/// <summary>The collection of tests that measure time or need the whole machine.</summary>
[CollectionDefinition(nameof(OneAtATime), DisableParallelization = true)]
public sealed class OneAtATime;
