namespace Binance.AlgoOrders.Testing.Internal.Push;

/// <summary>An event of an account, as its user data streams deliver it.</summary>
/// <param name="Account">The account.</param>
/// <param name="Name">The name, <c>e</c> in the JSON.</param>
/// <param name="Text">The JSON.</param>
/// <param name="At">The time on the exchange's clock.</param>
internal sealed record PushEvent(SimulatedAccount Account, string Name, string Text, DateTimeOffset At)
{
    public const string OrderUpdate = "ALGO_UPDATE";
    public const string TradeUpdate = "ORDER_TRADE_UPDATE";
    public const string AccountUpdate = "ACCOUNT_UPDATE";
    public const string ListenKeyExpired = "listenKeyExpired";

    /// <summary>Gets the key whose expiry the event reports, or null for any other event. Only connections with this key get the event.</summary>
    public ListenKey? ExpiredKey { get; init; }
}
