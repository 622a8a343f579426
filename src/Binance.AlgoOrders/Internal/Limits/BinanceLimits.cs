namespace Binance.AlgoOrders.Internal.Limits;

/// <summary>Defines the rules that every request budget follows. The Redis package compiles this file too.</summary>
internal static class BinanceLimits
{
    /// <summary>The smallest weight limit that may be configured.</summary>
    public const int MinWeightLimit = 100;

    /// <summary>The largest limit that may be configured.</summary>
    public const int MaxLimit = 1_000_000;

    /// <summary>The share of the weight limit that bulk work may use.</summary>
    public const double BulkShare = 0.96;

    /// <summary>The share of the weight limit that queries and lists may use. The rest is for cancels and for the lookups that follow them.</summary>
    public const double NormalShare = 0.98;

    /// <summary>The window of the weight limit, and the longer one of the order limits.</summary>
    public static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The shorter window of the order limits.</summary>
    public static readonly TimeSpan TenSeconds = TimeSpan.FromSeconds(10);

    /// <summary>The longest ban that Binance documents. A longer one is not believed.</summary>
    public static readonly TimeSpan LongestBan = TimeSpan.FromDays(3);

    /// <summary>The longest time for which the first request of a client waits until its budget is ready.</summary>
    public static readonly TimeSpan MaxWaitUntilReady = TimeSpan.FromMilliseconds(50);

    /// <summary>The pause before bulk work tries again while weight is only reserved.</summary>
    public static readonly TimeSpan ReserveRetryDelay = TimeSpan.FromMilliseconds(25);
}
