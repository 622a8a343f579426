using System.Globalization;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Rules;

/// <summary>
/// The times that a history request covers, in Unix milliseconds, both ends included. If one end
/// is missing, the window is as long as it may be. If both are missing, it ends now.
/// </summary>
internal readonly record struct HistoryWindow(long Start, long End)
{
    /// <summary>The milliseconds of 7 days.</summary>
    public const long Week = 7 * 24 * 60 * 60 * 1000;

    /// <summary>Returns the error of a window that is longer than <paramref name="longest"/>, in milliseconds, or ends before it starts, or null.</summary>
    public static ErrorResponse? Check(RequestParameters parameters, long longest)
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

        if (end - start > longest)
        {
            return ErrorResponse.WindowTooLong with { Detail = detail };
        }

        return null;
    }

    public static HistoryWindow Of(RequestParameters parameters, DateTimeOffset now, long longest)
    {
        long? start = parameters.Number("startTime");
        long end = parameters.Number("endTime") ?? (start + longest) ?? now.ToUnixTimeMilliseconds();
        return new HistoryWindow(start ?? (end - longest), end);
    }

    public bool Contains(DateTimeOffset time)
    {
        long milliseconds = time.ToUnixTimeMilliseconds();
        return milliseconds >= Start && milliseconds <= End;
    }
}
