namespace Binance.AlgoOrders.Internal.Timing;

/// <summary>Which spans of time a request may carry: written once for options and requests.</summary>
internal static class TimeRules
{
    public const string RecvWindowRule = "recvWindow is 1 to 60000 whole milliseconds.";
    public const string TimeoutRule = "A timeout is above zero and at most 10 minutes.";

    public static bool IsRecvWindow(TimeSpan value) =>
        value >= TimeSpan.FromMilliseconds(1) && value <= TimeSpan.FromMinutes(1) && value.Ticks % TimeSpan.TicksPerMillisecond == 0;

    public static bool IsTimeout(TimeSpan value) => value > TimeSpan.Zero && value <= TimeSpan.FromMinutes(10);
}
