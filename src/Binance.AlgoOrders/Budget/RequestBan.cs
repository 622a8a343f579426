using System.Net;

namespace Binance.AlgoOrders;

/// <summary>A time in which nothing may be sent.</summary>
/// <param name="StatusCode">What Binance answered: 418, the address is banned; 429, or what came with -1003, it is asked to slow down.</param>
/// <param name="Left">How long it lasts from now on. Above zero.</param>
public readonly record struct RequestBan(HttpStatusCode StatusCode, TimeSpan Left);
