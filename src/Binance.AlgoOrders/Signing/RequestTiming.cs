namespace Binance.AlgoOrders;

/// <summary>
/// Represents the timestamp and the validity of a request. A request that was not executed when <paramref name="Timestamp"/> plus
/// <paramref name="RecvWindow"/> passed on Binance's clock will never be executed.
/// </summary>
/// <param name="Timestamp">The timestamp in milliseconds since the Unix epoch on Binance's clock, wire name <c>timestamp</c>.</param>
/// <param name="RecvWindow">The validity after the timestamp in milliseconds, 1 to 60,000, wire name <c>recvWindow</c>.</param>
public readonly record struct RequestTiming(long Timestamp, int RecvWindow);
