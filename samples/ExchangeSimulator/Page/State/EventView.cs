namespace Binance.AlgoOrders.Samples;

/// <param name="Number">The number of the event among all events of the account, from 1.</param>
/// <param name="PushedAt">The time on the exchange's clock.</param>
/// <param name="Kind">The kind of event: ALGO_UPDATE, ORDER_TRADE_UPDATE, ACCOUNT_UPDATE or listenKeyExpired.</param>
/// <param name="Text">The symbol, the id and the status, or the positions of an account.</param>
/// <param name="Json">The JSON on several lines.</param>
internal sealed record EventView(int Number, DateTimeOffset PushedAt, string Kind, string Text, string Json);
