namespace Binance.AlgoOrders.Internal.Clock;

/// <summary>Returns the shorter or the longer of two times. The Redis package compiles this file too.</summary>
internal static class TimeMath
{
    public static TimeSpan Min(TimeSpan first, TimeSpan second) => TimeSpan.FromTicks(Math.Min(first.Ticks, second.Ticks));

    public static TimeSpan Max(TimeSpan first, TimeSpan second) => TimeSpan.FromTicks(Math.Max(first.Ticks, second.Ticks));

    public static DateTimeOffset Min(DateTimeOffset first, DateTimeOffset second) => new(Math.Min(first.UtcTicks, second.UtcTicks), TimeSpan.Zero);

    public static DateTimeOffset Max(DateTimeOffset first, DateTimeOffset second) => new(Math.Max(first.UtcTicks, second.UtcTicks), TimeSpan.Zero);
}
