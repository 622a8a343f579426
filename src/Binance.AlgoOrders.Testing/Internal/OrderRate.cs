using System.Globalization;
using Binance.AlgoOrders.Testing.Internal.Rules;

namespace Binance.AlgoOrders.Testing.Internal;

/// <summary>How many orders an account has placed lately, and how many it may.</summary>
internal sealed class OrderRate
{
    private const int MostIn10Seconds = 300;
    private const int MostIn1Minute = 1200;

    private readonly FixedWindow _tenSeconds = new(10);
    private readonly FixedWindow _minute = new(60);

    public Refusal? Check(DateTimeOffset now) =>
        _tenSeconds.UsedAt(now) >= MostIn10Seconds ? TooMany("300 orders per 10 seconds")
        : _minute.UsedAt(now) >= MostIn1Minute ? TooMany("1200 orders per minute")
        : null;

    public void Count(DateTimeOffset now)
    {
        _tenSeconds.Count(1, now);
        _minute.Count(1, now);
    }

    public KeyValuePair<string, string>[] HeadersAt(DateTimeOffset now) =>
    [
        new("X-MBX-ORDER-COUNT-10S", _tenSeconds.UsedAt(now).ToString(CultureInfo.InvariantCulture)),
        new("X-MBX-ORDER-COUNT-1M", _minute.UsedAt(now).ToString(CultureInfo.InvariantCulture)),
    ];

    private static Refusal TooMany(string limit) => new(429, -1015, $"Too many new orders; current limit is {limit}.");
}
