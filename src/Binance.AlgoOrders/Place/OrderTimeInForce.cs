using System.Globalization;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>Represents the time in force of a limit order, wire names <c>timeInForce</c> and <c>goodTillDate</c>.</summary>
public sealed record OrderTimeInForce
{
    private static readonly TimeSpan MinTimeAhead = TimeSpan.FromSeconds(600);
    private static readonly DateTimeOffset LastDate = DateTimeOffset.FromUnixTimeMilliseconds(253402300799000);

    private OrderTimeInForce(TimeInForce timeInForce, DateTimeOffset? goodTillDate = null) => (TimeInForce, GoodTillDate) = (timeInForce, goodTillDate);

    /// <summary>Gets the time in force <c>GTC</c>: good till canceled.</summary>
    public static OrderTimeInForce GoodTillCanceled { get; } = new(TimeInForce.Gtc);

    /// <summary>Gets the time in force <c>IOC</c>: the part that cannot be filled at once is canceled.</summary>
    public static OrderTimeInForce ImmediateOrCancel { get; } = new(TimeInForce.Ioc);

    /// <summary>Gets the time in force <c>FOK</c>: the order is filled completely at once or not at all.</summary>
    public static OrderTimeInForce FillOrKill { get; } = new(TimeInForce.Fok);

    /// <summary>Gets the time in force <c>GTX</c>: the order trades only as a maker.</summary>
    public static OrderTimeInForce PostOnly { get; } = new(TimeInForce.Gtx);

    /// <summary>Gets the kind of time in force, wire name <c>timeInForce</c>.</summary>
    public TimeInForce TimeInForce { get; }

    /// <summary>Gets the time at which the order expires, wire name <c>goodTillDate</c>, or null if it does not expire.</summary>
    public DateTimeOffset? GoodTillDate { get; }

    /// <summary>Creates the time in force <c>GTD</c>: good till a date.</summary>
    /// <param name="date">
    /// The time at which the order expires, in whole seconds and before 9999-12-31T23:59:59Z. It must be more than 600 s ahead of Binance's time when
    /// the order is placed.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="date"/> contains fractions of a second, or is too late.</exception>
    public static OrderTimeInForce GoodTill(DateTimeOffset date)
    {
        if (date.UtcTicks % TimeSpan.TicksPerSecond != 0 || date >= LastDate)
        {
            string message = string.Create(
                CultureInfo.InvariantCulture, $"goodTillDate must be in whole seconds and before 9999-12-31T23:59:59Z, but was {date:O}.");
            throw new ArgumentOutOfRangeException(nameof(date), date, message);
        }

        return new(TimeInForce.Gtd, date);
    }

    /// <summary>Returns the reason why the expiry is invalid at the given time, or null if it is valid.</summary>
    internal string? Validate(DateTimeOffset? now)
    {
        if (GoodTillDate <= now + MinTimeAhead)
        {
            return string.Create(CultureInfo.InvariantCulture, $"goodTillDate must be more than 600 s after Binance's time {now:u}, but was {GoodTillDate:u}.");
        }

        return null;
    }

    /// <summary>Returns true if an order at Binance does not contradict this time in force. Binance keeps whole seconds of the date.</summary>
    internal bool Matches(AlgoOrder order) =>
        PlaceRules.IsSame(order.TimeInForce, TimeInForce)
        && (GoodTillDate is not { } date || PlaceRules.IsSame(order.GoodTillDate?.ToUnixTimeSeconds(), date.ToUnixTimeSeconds()));

    internal void WriteTo(ParameterWriter parameters)
    {
        parameters.Add("timeInForce", (TimeInForce?)TimeInForce);
        parameters.Add("goodTillDate", GoodTillDate?.ToUnixTimeMilliseconds());
    }
}
