using System.Globalization;
using Binance.AlgoOrders.Testing.Internal.Rules;

namespace Binance.AlgoOrders.Testing.Internal;

/// <summary>How many orders an account has placed lately, and how many it may.</summary>
internal sealed class OrderRate
{
    private readonly FixedWindow _tenSeconds = new(10);
    private readonly FixedWindow _minute = new(60);

    public SimulatedOrderCounts CountsAt(DateTimeOffset now) => new(_tenSeconds.UsedAt(now), _minute.UsedAt(now));

    public Refusal? Check(DateTimeOffset now)
    {
        SimulatedOrderCounts counts = CountsAt(now);
        return counts.TenSeconds >= SimulatedOrderCounts.TenSecondsLimit ? TooMany(SimulatedOrderCounts.TenSecondsLimit, "10 seconds")
            : counts.Minute >= SimulatedOrderCounts.MinuteLimit ? TooMany(SimulatedOrderCounts.MinuteLimit, "minute")
            : null;
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

    private static Refusal TooMany(int limit, string window) =>
        new(429, -1015, string.Create(CultureInfo.InvariantCulture, $"Too many new orders; current limit is {limit} orders per {window}."));
}
