namespace Binance.AlgoOrders.RedisWorker;

/// <summary>The system's clocks, of which the wall clock is ahead by a constant time.</summary>
internal sealed class ShiftedTimeProvider(TimeSpan offset) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + offset;
}
