using System.Globalization;

namespace Binance.AlgoOrders.Testing.Internal.Rules;

/// <summary>
/// The times of placing that a history asks for, in Unix milliseconds, both ends included. It spans less than 7 days; an end that was not sent is as
/// far from the other as it may be, and without either it ends now.
/// </summary>
internal readonly record struct HistoryWindow(long Start, long End)
{
    private const long TooLong = 7 * 24 * 60 * 60 * 1000;

    public static Refusal? Check(RequestParameters parameters)
    {
        if (!parameters.TryGetNumber("startTime", out long? start) || !parameters.TryGetNumber("endTime", out long? end))
        {
            return null;
        }

        string times = string.Create(CultureInfo.InvariantCulture, $"From {start} to {end}.");
        return start > end ? Refusal.StartAfterEnd with { Why = times }
            : end.Value - start.Value >= TooLong ? Refusal.WindowTooLong with { Why = times }
            : null;
    }

    public static HistoryWindow Of(RequestParameters parameters, DateTimeOffset now)
    {
        bool hasStart = parameters.TryGetNumber("startTime", out long? start);
        long last = parameters.TryGetNumber("endTime", out long? end) ? end.Value
            : hasStart ? start!.Value + TooLong - 1
            : now.ToUnixTimeMilliseconds();
        return new HistoryWindow(start ?? (last - TooLong + 1), last);
    }

    public bool Holds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() is var at && at >= Start && at <= End;
}
