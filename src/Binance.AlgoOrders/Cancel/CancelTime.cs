namespace Binance.AlgoOrders;

/// <summary>Contains the time of a call at the moment of a decision.</summary>
/// <param name="Elapsed">The time since the call began.</param>
/// <param name="Remaining">The rest of the call's time.</param>
/// <param name="Reserve">The last part of the call's time, in which the order is looked up for the last time.</param>
/// <param name="VisibilityLag">The time for which Binance may not yet show a change of an order.</param>
/// <param name="Backoff">The pause before the next retry.</param>
/// <param name="ServerTime">Binance's time.</param>
/// <param name="ClockError">The largest possible error of that time.</param>
internal readonly record struct CancelTime(
    TimeSpan Elapsed, TimeSpan Remaining, TimeSpan Reserve, TimeSpan VisibilityLag, TimeSpan Backoff, DateTimeOffset ServerTime, TimeSpan ClockError = default)
{
    public TimeSpan End => Elapsed + Remaining;

    public TimeSpan LastPartFrom => End - Reserve;

    public bool IsLastPart => Remaining <= Reserve;

    /// <summary>Gets the time that the next cancel or pause must leave.</summary>
    public TimeSpan NextReserve
    {
        get
        {
            if (IsLastPart)
            {
                return Remaining / 2;
            }

            return Reserve;
        }
    }
}
