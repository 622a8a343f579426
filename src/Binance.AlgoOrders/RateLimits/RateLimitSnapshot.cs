namespace Binance.AlgoOrders;

/// <summary>
/// Represents the usage that Binance last reported in a response to this client, and the time for which the client sends nothing. Binance counts
/// weight per IP address and orders per account, so that the counters include the requests of other programs.
/// </summary>
public sealed record RateLimitSnapshot
{
    /// <summary>
    /// Gets the weight used in the current minute, of normally 2,400, or null if it was not reported yet. Header <c>X-MBX-USED-WEIGHT-1M</c>.
    /// </summary>
    public int? UsedWeight1Minute { get; init; }

    /// <summary>
    /// Gets the number of new orders in the current 10 seconds, of normally 300, or null if it was not reported yet. Header
    /// <c>X-MBX-ORDER-COUNT-10S</c>.
    /// </summary>
    public int? OrderCount10Seconds { get; init; }

    /// <summary>
    /// Gets the number of new orders in the current minute, of normally 1,200, or null if it was not reported yet. Header
    /// <c>X-MBX-ORDER-COUNT-1M</c>.
    /// </summary>
    public int? OrderCount1Minute { get; init; }

    /// <summary>Gets the time of the last report on the client's clock, or null if there was none yet.</summary>
    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>Gets the time for which the client sends nothing because Binance responded with 429 or 418, or zero if it may send.</summary>
    public TimeSpan BlockedFor { get; init; }

    /// <summary>
    /// Gets the time for which the client places no order, because Binance responded with -1015 or with <see cref="BlockedFor"/>, or zero if it may place one.
    /// </summary>
    public TimeSpan OrdersBlockedFor { get; init; }

    /// <summary>True if the IP address is banned (418). False if Binance demanded fewer requests, or if the client may send.</summary>
    public bool IsBanned { get; init; }
}
