using System.Globalization;

namespace Binance.AlgoOrders;

/// <summary>How long a limit order stays in the book, wire names <c>timeInForce</c> and <c>goodTillDate</c>.</summary>
public sealed record OrderLifetime
{
    private static readonly TimeSpan LeastAhead = TimeSpan.FromSeconds(600);
    private static readonly DateTimeOffset LastDate = DateTimeOffset.FromUnixTimeMilliseconds(253402300799000);

    private OrderLifetime(TimeInForce timeInForce, DateTimeOffset? goodTillDate = null) => (TimeInForce, GoodTillDate) = (timeInForce, goodTillDate);

    /// <summary>Until it is canceled, <c>GTC</c>.</summary>
    public static OrderLifetime GoodTillCanceled { get; } = new(TimeInForce.Gtc);

    /// <summary>What cannot be filled at once is canceled, <c>IOC</c>.</summary>
    public static OrderLifetime ImmediateOrCancel { get; } = new(TimeInForce.Ioc);

    /// <summary>Filled whole at once, or not at all, <c>FOK</c>.</summary>
    public static OrderLifetime FillOrKill { get; } = new(TimeInForce.Fok);

    /// <summary>Only as a maker, <c>GTX</c>.</summary>
    public static OrderLifetime PostOnly { get; } = new(TimeInForce.Gtx);

    /// <summary>Wire name <c>timeInForce</c>.</summary>
    public TimeInForce TimeInForce { get; }

    /// <summary>When it ends by itself, wire name <c>goodTillDate</c>; null: it does not.</summary>
    public DateTimeOffset? GoodTillDate { get; }

    /// <summary>Until a date, <c>GTD</c>.</summary>
    /// <param name="date">Counts in whole seconds; more than 600 s ahead of Binance's time when the order is placed, and before the year 10000.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="date"/> carries fractions of a second, or is too late.</exception>
    public static OrderLifetime GoodTill(DateTimeOffset date) => date.UtcTicks % TimeSpan.TicksPerSecond == 0 && date < LastDate
        ? new(TimeInForce.Gtd, date)
        : throw new ArgumentOutOfRangeException(nameof(date), date, "A goodTillDate has whole seconds and lies before the year 10000.");

    /// <summary>What is wrong with it at a time; null: nothing.</summary>
    internal string? MistakeAt(DateTimeOffset now) => GoodTillDate <= now + LeastAhead
        ? string.Create(CultureInfo.InvariantCulture, $"A goodTillDate is more than 600 s ahead; {GoodTillDate:u} is not, at {now:u}.")
        : null;

    internal void Write(ParameterWriter parameters)
    {
        parameters.Add("timeInForce", (TimeInForce?)TimeInForce);
        parameters.Add("goodTillDate", GoodTillDate?.ToUnixTimeMilliseconds());
    }
}
