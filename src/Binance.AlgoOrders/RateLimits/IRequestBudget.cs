namespace Binance.AlgoOrders;

/// <summary>
/// Keeps a client within Binance's rate limits, which apply per IP address and per account. The clients of a container share a <see cref="LocalRequestBudget"/>
/// by default. <c>AddRedisRequestBudget()</c>, of the package Binance.AlgoOrders.Redis, counts the requests of several processes.
/// </summary>
/// <remarks>
/// The client calls the members for every request and concurrently. Implementations must be thread-safe, return from memory without waiting, and
/// not throw. Only <see cref="WaitUntilReadyAsync"/> may wait. Times are on Binance's clock, as the client estimates it.
/// </remarks>
public interface IRequestBudget
{
    /// <summary>
    /// Returns the budget of one account, with its own order limits and the same limits of the address. A client calls it once, when it is created. By
    /// default returns the same budget.
    /// </summary>
    /// <param name="account">The name of the account.</param>
    IRequestBudget ForAccount(string account) => this;

    /// <summary>
    /// Waits until the budget knows the blocks that others have received, for example from a server. The client calls it before its first request, waits for at
    /// most 50 milliseconds, and then sends. By default completes at once.
    /// </summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    ValueTask WaitUntilReadyAsync(CancellationToken cancellationToken) => default;

    /// <summary>
    /// Returns the block that keeps a request from being sent, or null if there is none. The client calls it before every request, cancels included. Blocks of
    /// <see cref="RateLimitScope.AccountOrders"/> concern only requests that count as orders.
    /// </summary>
    /// <param name="cost">The cost of the request.</param>
    RateLimitBlock? GetBlock(RequestCost cost);

    /// <summary>
    /// Counts a request that is about to be sent and returns zero, or returns the time for which it has to wait. A request with
    /// <see cref="RequestPriority.Cancel"/> or <see cref="RequestPriority.Bulk"/> must always be counted. A request that has to wait is sent when that time has
    /// passed, or fails at once if its call ends earlier.
    /// </summary>
    /// <param name="cost">The cost of the request.</param>
    /// <param name="now">The current time.</param>
    TimeSpan TryConsume(RequestCost cost, ServerTimeRange now);

    /// <summary>
    /// Reserves weight for an order of a bulk operation and returns zero, or returns the time after which the operation calls again. Requests with
    /// <see cref="RequestPriority.Bulk"/> use the reserved weight.
    /// </summary>
    /// <param name="weight">The weight of the cancel and of the requests that may follow it. Greater than zero.</param>
    /// <param name="now">The current time.</param>
    TimeSpan TryReserve(int weight, ServerTimeRange now);

    /// <summary>Returns reserved weight that was not used.</summary>
    /// <param name="weight">The weight. Greater than zero.</param>
    void Release(int weight);

    /// <summary>Records the usage that Binance reports in a response.</summary>
    /// <param name="usage">The reported usage.</param>
    /// <param name="counted">The period in which Binance counted the request and responded. If it touches two windows, the report may be of either.</param>
    void Report(RequestUsage usage, ServerTimeRange counted);

    /// <summary>Records a response that forbids further requests. A shorter block does not end a longer one of the same scope.</summary>
    /// <param name="block">The block that Binance imposed.</param>
    void ReportBlock(RateLimitBlock block);
}
