using System.Globalization;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Rules;

/// <summary>
/// The times of placement that a history request covers, in Unix milliseconds, both ends included. The window is shorter than 7 days. If one end
/// is missing, the window is as long as it may be. If both are missing, it ends now.
/// </summary>
internal readonly record struct HistoryWindow(long Start, long End)
{
    private const long TooLong = 7 * 24 * 60 * 60 * 1000;

    public static ErrorResponse? Check(RequestParameters parameters)
    {
        if (parameters.Number("startTime") is not { } start || parameters.Number("endTime") is not { } end)
        {
            return null;
        }

        string detail = string.Create(CultureInfo.InvariantCulture, $"startTime was {start}, and endTime was {end}.");
        if (start > end)
        {
            return ErrorResponse.StartAfterEnd with { Detail = detail };
        }

        if (end - start >= TooLong)
        {
            return ErrorResponse.WindowTooLong with { Detail = detail };
        }

        return null;
    }

    public static HistoryWindow Of(RequestParameters parameters, DateTimeOffset now)
    {
        long? start = parameters.Number("startTime");
        long end = parameters.Number("endTime") ?? (start + TooLong - 1) ?? now.ToUnixTimeMilliseconds();
        return new HistoryWindow(start ?? (end - TooLong + 1), end);
    }

    public bool Contains(DateTimeOffset time)
    {
        long milliseconds = time.ToUnixTimeMilliseconds();
        return milliseconds >= Start && milliseconds <= End;
    }
}
