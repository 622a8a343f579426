namespace Binance.AlgoOrders.Testing;

/// <summary>An event that the exchange pushed for an account.</summary>
/// <param name="Number">The number of the event among all events of the account, from 1.</param>
/// <param name="PushedAt">The time on the exchange's clock: <c>E</c> in the JSON, before its milliseconds are cut off.</param>
/// <param name="Name"><c>e</c>: ALGO_UPDATE, ORDER_TRADE_UPDATE, ACCOUNT_UPDATE or listenKeyExpired.</param>
/// <param name="Json">The JSON, as a user data stream delivers it. A combined stream delivers it as <c>data</c>.</param>
public sealed record RecordedEvent(int Number, DateTimeOffset PushedAt, string Name, string Json)
{
    /// <summary>Returns the number and the JSON.</summary>
    public override string ToString() => $"{Number}: {Json}";
}
