namespace Binance.AlgoOrders.Internal.Requests;

/// <summary>Defines the allowed time spans of options and requests.</summary>
internal static class TimeRules
{
    public const string RecvWindowRange = "1 to 60000 whole milliseconds";
    public const string TimeoutRange = "greater than zero and at most 10 minutes";

    public static bool IsRecvWindow(TimeSpan value) =>
        value >= TimeSpan.FromMilliseconds(1) && value <= TimeSpan.FromMinutes(1) && value.Ticks % TimeSpan.TicksPerMillisecond == 0;

    public static bool IsTimeout(TimeSpan value) => value > TimeSpan.Zero && value <= TimeSpan.FromMinutes(10);
}
