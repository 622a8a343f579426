namespace Binance.AlgoOrders.Testing;

/// <summary>
/// The numbers of orders that an account has placed by request in the current windows of the exchange's clock.
/// <see cref="SimulatedAccount.Place(SimulatedOrderTerms)"/> does not count.
/// </summary>
/// <param name="TenSeconds"><c>X-MBX-ORDER-COUNT-10S</c>: the orders since the last whole ten seconds.</param>
/// <param name="Minute"><c>X-MBX-ORDER-COUNT-1M</c>: the orders since the last whole minute.</param>
public sealed record SimulatedOrderCounts(int TenSeconds, int Minute)
{
    /// <summary>The most orders in ten seconds. The next one gets a 429 with code -1015.</summary>
    public const int TenSecondsLimit = 300;

    /// <summary>The most orders in a minute. The next one gets a 429 with code -1015.</summary>
    public const int MinuteLimit = 1200;
}
