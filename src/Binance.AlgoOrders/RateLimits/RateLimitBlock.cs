using System.Net;

namespace Binance.AlgoOrders;

/// <summary>Represents a period in which no request may be sent.</summary>
/// <param name="StatusCode">The HTTP status of the response: 418 if the IP address is banned, else 429 or the status that came with -1003.</param>
/// <param name="Remaining">The time from now until the period ends. Greater than zero.</param>
public readonly record struct RateLimitBlock(HttpStatusCode StatusCode, TimeSpan Remaining);
