namespace Binance.AlgoOrders;

/// <summary>When a request was made and for how long it is good. Once both have passed on Binance's clock, it will never be executed any more.</summary>
/// <param name="Timestamp">Milliseconds since the Unix epoch on Binance's clock, wire name <c>timestamp</c>.</param>
/// <param name="RecvWindow">Milliseconds, 1 to 60,000, wire name <c>recvWindow</c>.</param>
public readonly record struct RequestTiming(long Timestamp, int RecvWindow);
