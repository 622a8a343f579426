using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders;

/// <summary>
/// What Binance last reported of its limits to this client, in whatever answer, and until when the client sends nothing. Binance counts
/// weight per address, and orders per account: other programs count too.
/// </summary>
public sealed record RateLimitSnapshot
{
    /// <summary>The weight of this minute, of normally 2,400; header <c>X-MBX-USED-WEIGHT-1M</c>. Null: not reported yet.</summary>
    public int? UsedWeight1Minute { get; init; }

    /// <summary>New orders in these 10 seconds, of normally 300; header <c>X-MBX-ORDER-COUNT-10S</c>. Null: not reported yet.</summary>
    public int? OrderCount10Seconds { get; init; }

    /// <summary>New orders in this minute, of normally 1,200; header <c>X-MBX-ORDER-COUNT-1M</c>. Null: not reported yet.</summary>
    public int? OrderCount1Minute { get; init; }

    /// <summary>When the counters were last reported, on the client's clock. Null: not yet.</summary>
    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>How long the client sends nothing, because Binance answered 429 or 418. Zero: it may send.</summary>
    public TimeSpan BlockedFor { get; init; }

    /// <summary>Whether the address is banned (418), rather than asked to slow down.</summary>
    public bool IsBanned { get; init; }

    internal static RateLimitSnapshot Of(RequestLimits limits)
    {
        LimitReport report = limits.Report;
        RequestBan? ban = limits.Ban;
        return new RateLimitSnapshot
        {
            UsedWeight1Minute = report.UsedWeight1Minute,
            OrderCount10Seconds = report.OrderCount10Seconds,
            OrderCount1Minute = report.OrderCount1Minute,
            ReportedAt = report.ReportedAt,
            BlockedFor = ban?.Left ?? TimeSpan.Zero,
            IsBanned = (int?)ban?.StatusCode == 418,
        };
    }
}
