namespace Binance.AlgoOrders.Redis.Internal.Connection;

/// <summary>
/// Names the keys and channels in Redis. The part in braces keeps the keys of one group in one slot of a cluster: weight and ban by exchange and budget name,
/// orders by exchange and account.
/// </summary>
/// <param name="Prefix">The prefix of all names.</param>
/// <param name="Exchange">The exchange, which USDⓈ-M and COIN-M Futures have in common.</param>
/// <param name="Name">The name of the budget.</param>
internal sealed record BudgetKeys(string Prefix, string Exchange, string Name)
{
    /// <summary>Gets the prefix of the names that concern the address, which names the budget in log messages.</summary>
    public string Address { get; } = $"{Prefix}:{{{Exchange}|{Name}}}";

    public string Ban => $"{Address}:ban";

    public string Weight => $"{Address}:weight";

    public string OrdersTenSeconds(string account) => $"{OfAccount(account)}:orders-10s";

    public string OrdersMinute(string account) => $"{OfAccount(account)}:orders-1m";

    public string OrderBlock(string account) => $"{OfAccount(account)}:orders-blocked";

    private string OfAccount(string account) => $"{Prefix}:{{{Exchange}|account|{account}}}";
}
