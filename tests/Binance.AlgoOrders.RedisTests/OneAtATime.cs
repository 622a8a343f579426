namespace Binance.AlgoOrders.RedisTests;

/// <summary>Tests that measure time or fill the machine.</summary>
[CollectionDefinition(nameof(OneAtATime), DisableParallelization = true)]
public sealed class OneAtATime;
