using System.Globalization;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Limits;

/// <summary>Counts the new orders of an account in one market, and rejects those beyond the limits.</summary>
internal sealed class OrderRate
{
    private readonly FixedWindow _tenSeconds = new(10);
    private readonly FixedWindow _minute = new(60);

    public SimulatedOrderCounts CountsAt(DateTimeOffset now) => new(_tenSeconds.UsedAt(now), _minute.UsedAt(now));

    /// <summary>Returns an error if no further order may be placed now, or null.</summary>
    public ErrorResponse? Check(DateTimeOffset now)
    {
        SimulatedOrderCounts counts = CountsAt(now);
        if (counts.TenSeconds >= SimulatedOrderCounts.TenSecondsLimit)
        {
            return TooMany(SimulatedOrderCounts.TenSecondsLimit, "10 seconds", now);
        }

        if (counts.Minute >= SimulatedOrderCounts.MinuteLimit)
        {
            return TooMany(SimulatedOrderCounts.MinuteLimit, "minute", now);
        }

        return null;
    }

    public void Count(DateTimeOffset now)
    {
        _tenSeconds.Count(1, now);
        _minute.Count(1, now);
    }

    public KeyValuePair<string, string>[] HeadersAt(DateTimeOffset now)
    {
        SimulatedOrderCounts counts = CountsAt(now);
        return
        [
            new("X-MBX-ORDER-COUNT-10S", counts.TenSeconds.ToString(CultureInfo.InvariantCulture)),
            new("X-MBX-ORDER-COUNT-1M", counts.Minute.ToString(CultureInfo.InvariantCulture)),
        ];
    }

    private ErrorResponse TooMany(int limit, string window, DateTimeOffset now)
    {
        string message = string.Create(CultureInfo.InvariantCulture, $"Too many new orders; current limit is {limit} orders per {window}.");
        return new ErrorResponse(429, -1015, message) { Headers = HeadersAt(now) };
    }
}
