namespace Binance.AlgoOrders;

/// <summary>What setting the client's clock by Binance's (<c>GET /fapi/v1/time</c>) found out.</summary>
public sealed record ServerTimeSync
{
    /// <summary>How far Binance's clock is ahead of the time provider's; negative: behind.</summary>
    public required TimeSpan Offset { get; init; }

    /// <summary>The largest possible error of <see cref="Offset"/>, either way: half the round trip, and the millisecond in which Binance counts.</summary>
    public required TimeSpan Error { get; init; }

    /// <summary>The round trip of the look that counted: the least of all.</summary>
    public required TimeSpan RoundTrip { get; init; }

    /// <summary>How many looks were taken.</summary>
    public required int Samples { get; init; }
}
