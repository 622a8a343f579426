using System.Net;

namespace Binance.AlgoOrders;

/// <summary>Represents a period in which requests of a scope may not be sent.</summary>
/// <param name="StatusCode">The HTTP status of the response: 418 if the IP address is banned, else 429 or the status that came with -1003 or -1015.</param>
/// <param name="Remaining">The time from now until the period ends. Greater than zero.</param>
/// <param name="Scope">The requests that may not be sent, by default those of the address.</param>
public readonly record struct RateLimitBlock(HttpStatusCode StatusCode, TimeSpan Remaining, RateLimitScope Scope = RateLimitScope.Address);
