namespace Binance.AlgoOrders.Streams.Internal.Session;

/// <summary>The end of a connection.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Failure">The exception that was the cause, without secrets, or null.</param>
internal sealed record StreamDeath(AlgoOrderStreamReason Reason, Exception? Failure = null)
{
    /// <summary>Gets the time for which the client sends nothing, or null if it may send.</summary>
    public TimeSpan? BlockedFor => (Failure as BinanceRateLimitException)?.BlockedFor;
}
