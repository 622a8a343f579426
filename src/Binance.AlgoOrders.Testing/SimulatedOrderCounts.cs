namespace Binance.AlgoOrders.Testing;

/// <summary>
/// How many orders an account has placed by request in the current windows of the exchange's clock;
/// <see cref="SimulatedAccount.Place(SimulatedOrderTerms)"/> does not count.
/// </summary>
/// <param name="TenSeconds"><c>X-MBX-ORDER-COUNT-10S</c>: since the last whole ten seconds.</param>
/// <param name="Minute"><c>X-MBX-ORDER-COUNT-1M</c>: since the last whole minute.</param>
public sealed record SimulatedOrderCounts(int TenSeconds, int Minute)
{
    /// <summary>One more in the same ten seconds is answered 429 with code -1015.</summary>
    public const int TenSecondsLimit = 300;

    /// <summary>One more in the same minute is answered 429 with code -1015.</summary>
    public const int MinuteLimit = 1200;
}
