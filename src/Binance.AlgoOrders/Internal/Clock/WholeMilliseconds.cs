namespace Binance.AlgoOrders.Internal.Clock;

/// <summary>Rounds delays for timers.</summary>
internal static class WholeMilliseconds
{
    /// <summary>Rounds up to whole milliseconds, because timers drop the rest and a caller that wakes early would loop.</summary>
    public static TimeSpan RoundedUp(this TimeSpan delay) =>
        TimeSpan.FromTicks((delay.Ticks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond);
}
