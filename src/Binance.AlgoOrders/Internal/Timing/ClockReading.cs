namespace Binance.AlgoOrders.Internal.Timing;

/// <summary>One look at Binance's clock.</summary>
/// <param name="ServerTime">What it showed.</param>
/// <param name="TakenAt">The monotonic timestamp at which it showed it.</param>
/// <param name="RoundTrip">How long the look took; half of it is the largest possible error.</param>
internal sealed record ClockReading(DateTimeOffset ServerTime, long TakenAt, TimeSpan RoundTrip)
{
    /// <summary>Half the round trip, and the millisecond in which Binance counts.</summary>
    public TimeSpan Error => (RoundTrip / 2) + TimeSpan.FromMilliseconds(1);
}
