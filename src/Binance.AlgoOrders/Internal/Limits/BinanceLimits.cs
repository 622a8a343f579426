namespace Binance.AlgoOrders.Internal.Limits;

/// <summary>Defines the rules that every request budget follows. The Redis package compiles this file too.</summary>
internal static class BinanceLimits
{
    /// <summary>The share of the weight limit that bulk work may use. The rest is for single cancels and for lookups.</summary>
    public const double BulkShare = 0.96;

    /// <summary>The longest ban that Binance documents. A longer one is not believed.</summary>
    public static readonly TimeSpan LongestBan = TimeSpan.FromDays(3);

    /// <summary>The delay of bulk work in each window, so that a clock that is slightly fast does not use the window before.</summary>
    public static readonly TimeSpan WindowStartMargin = TimeSpan.FromMilliseconds(250);
}
