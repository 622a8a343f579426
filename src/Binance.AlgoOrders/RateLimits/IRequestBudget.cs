namespace Binance.AlgoOrders;

/// <summary>
/// Keeps a client within Binance's rate limits, which apply per IP address and per account. Clients that share an IP address or an account share
/// a budget. The default counts the requests of one client. <c>AddRedisRequestBudget()</c>, of the package Binance.AlgoOrders.Redis, counts those
/// of several processes.
/// </summary>
/// <remarks>
/// The client calls the members for every request and concurrently. Implementations must be thread-safe, return from memory without waiting, and
/// not throw. Times are on Binance's clock, as the client estimates it.
/// </remarks>
public interface IRequestBudget
{
    /// <summary>Gets the block that is in force, or null if requests may be sent. The client reads it before every request, cancels included.</summary>
    RateLimitBlock? Block { get; }

    /// <summary>
    /// Returns the time for which a request has to wait, or zero if it may be sent. Not called for <see cref="RequestPriority.Cancel"/>. A bulk
    /// operation waits and calls again. A normal request that has to wait is not sent and fails as if Binance had responded with 429.
    /// </summary>
    /// <param name="cost">The cost of the request.</param>
    /// <param name="now">The current time on Binance's clock.</param>
    TimeSpan GetDelay(RequestCost cost, DateTimeOffset now);

    /// <summary>Counts a request that is about to be sent, including one for which <see cref="GetDelay"/> was not called.</summary>
    /// <param name="cost">
    /// The cost of the request. A cancel of a bulk operation has <see cref="RequestPriority.Cancel"/> here, because its delay was requested before.
    /// </param>
    /// <param name="now">The current time on Binance's clock.</param>
    void Consume(RequestCost cost, DateTimeOffset now);

    /// <summary>Records the usage that Binance reports in a response.</summary>
    /// <param name="usage">The reported usage.</param>
    /// <param name="sentAt">The time on Binance's clock at which the request was counted.</param>
    void Report(RequestUsage usage, DateTimeOffset sentAt);

    /// <summary>Records a response that forbids further requests. A shorter block does not end a longer one.</summary>
    /// <param name="block">The block that Binance imposed.</param>
    void ReportBlock(RateLimitBlock block);
}
