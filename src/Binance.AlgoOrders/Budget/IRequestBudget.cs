namespace Binance.AlgoOrders;

/// <summary>
/// Keeps a client within Binance's limits, which count per address and per account: whoever shares an address or an account shares a budget.
/// The default counts for one client; <c>AddRedisRequestBudget()</c>, of the package Binance.AlgoOrders.Redis, for several processes.
/// </summary>
/// <remarks>
/// Called on the way of every request, concurrently: implementations are thread-safe, answer from memory at once, and do not throw. Times are
/// Binance's, as the client knows them.
/// </remarks>
public interface IRequestBudget
{
    /// <summary>The ban that is in force; null: requests may be sent. Read before every request, cancels included.</summary>
    RequestBan? Ban { get; }

    /// <summary>
    /// How long a request has to wait; zero: it may be sent. Not asked for <see cref="RequestPriority.Cancel"/>. A bulk waits and asks again; an
    /// ordinary request that has to wait fails as if Binance had answered 429, and is not sent.
    /// </summary>
    /// <param name="cost">What it takes.</param>
    /// <param name="now">Binance's time.</param>
    TimeSpan TimeUntilMaySend(RequestCost cost, DateTimeOffset now);

    /// <summary>Counts a request that is about to be sent, whether or not it had to ask.</summary>
    /// <param name="cost">What it takes. A bulk's cancel has <see cref="RequestPriority.Cancel"/> here: it was asked for before.</param>
    /// <param name="now">Binance's time.</param>
    void Spend(RequestCost cost, DateTimeOffset now);

    /// <summary>Takes note of what Binance says in an answer.</summary>
    /// <param name="usage">What it says.</param>
    /// <param name="sentAt">The time that the request was counted at.</param>
    void Report(RequestUsage usage, DateTimeOffset sentAt);

    /// <summary>Takes note of an answer that forbids further requests. A shorter ban does not end a longer one.</summary>
    /// <param name="ban">What Binance said.</param>
    void ReportBan(RequestBan ban);
}
