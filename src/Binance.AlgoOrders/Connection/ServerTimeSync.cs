namespace Binance.AlgoOrders;

/// <summary>Represents the result of synchronizing the client's clock with Binance's clock (<c>GET /fapi/v1/time</c>).</summary>
public sealed record ServerTimeSync
{
    /// <summary>Gets the time by which Binance's clock is ahead of the time provider's clock, negative if it is behind.</summary>
    public required TimeSpan Offset { get; init; }

    /// <summary>Gets the maximum error of <see cref="Offset"/> in either direction: half the round trip plus the millisecond in which Binance counts.</summary>
    public required TimeSpan Error { get; init; }

    /// <summary>Gets the round trip of the sample that was used, which is the shortest of all samples.</summary>
    public required TimeSpan RoundTrip { get; init; }

    /// <summary>Gets the number of samples.</summary>
    public required int Samples { get; init; }
}
