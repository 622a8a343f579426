namespace Binance.AlgoOrders.Internal.Timing;

/// <summary>Delays that are never too short: timers count in whole milliseconds and drop the rest, and who wakes too early would run in circles.</summary>
internal static class WholeMilliseconds
{
    public static TimeSpan RoundedUp(this TimeSpan delay) =>
        TimeSpan.FromTicks((delay.Ticks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond);
}
