namespace Binance.AlgoOrders;

/// <summary>
/// Represents a moment or a period on Binance's clock, which the client estimates with an error. Binance's limits count in windows that begin at whole
/// minutes, or at whole 10 seconds, of that clock.
/// </summary>
/// <param name="Earliest">The earliest time at which the moment may be, or the period may begin.</param>
/// <param name="Latest">The latest time at which the moment may be, or the period may end. Not before <paramref name="Earliest"/>.</param>
public readonly record struct ServerTimeRange(DateTimeOffset Earliest, DateTimeOffset Latest);
