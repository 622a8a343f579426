using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>The size of the load on the server.</summary>
/// <param name="Requests">The number of requests.</param>
/// <param name="MostTime">The time after which no further request is sent.</param>
internal sealed record ServerPlan(int Requests, TimeSpan MostTime)
{
    public const int Connections = 16;

    /// <summary>Every account has a limit of new orders, so one account cannot place as many.</summary>
    public const int Accounts = 256;

    public const int Quarters = 4;
    public const int RequestsPerOrder = 4;

    public static readonly TimeSpan PriceInterval = TimeSpan.FromMilliseconds(100);

    private const int MostKept = 10_000;

    /// <summary>Gets the options of an exchange that has reached its bounds before the first quarter is over, so that any later growth is a leak.</summary>
    public SimulatedExchangeOptions ExchangeOptions => new()
    {
        MaxRequests = Math.Min(MostKept, RequestsPerQuarter / 2),
        MaxEndedOrders = Math.Clamp(RequestsPerQuarter / 2 / RequestsPerOrder / Accounts, 1, MostKept),
        MaxUnreadMessages = MostKept,
    };

    public int RequestsPerQuarter => Requests / Quarters;
}
