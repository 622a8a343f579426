using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Binance.AlgoOrders.Internal.Timing;

namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>What Binance last said of one client's limits; until when it must send nothing, its budget knows.</summary>
internal sealed class RequestLimits(ServerClock clock, IRequestBudget budget, TimeProvider timeProvider)
{
    // The longest ban that Binance documents; whatever claims more is not believed.
    private static readonly TimeSpan LongestBan = TimeSpan.FromDays(3);

    // Where Binance names no time: the longest window of its limits, and the shortest ban that it documents.
    private static readonly TimeSpan LimitWindow = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestBan = TimeSpan.FromMinutes(2);

    private readonly Gate _turn = new();
    private LimitReport _report;

    /// <summary>What was last reported, by any answer.</summary>
    public LimitReport Report
    {
        get
        {
            lock (_turn)
            {
                return _report;
            }
        }
    }

    /// <summary>The ban that is in force; null: requests may be sent.</summary>
    public RequestBan? Ban => budget.Ban;

    /// <summary>Takes note of an answer's counters.</summary>
    /// <param name="operation">What was answered.</param>
    /// <param name="headers">The answer's.</param>
    /// <param name="sentAt">When the request was counted, on Binance's clock.</param>
    public void Note(ApiOperation operation, HttpResponseHeaders headers, DateTimeOffset sentAt)
    {
        LimitReport report = LimitReport.Of(operation, headers, timeProvider.GetUtcNow());
        lock (_turn)
        {
            _report = _report.UpdatedBy(report);
        }

        budget.Report(new RequestUsage(report.UsedWeight1Minute, report.OrderCount10Seconds, report.OrderCount1Minute), sentAt);
    }

    /// <summary>Where an answer says that a limit was broken, blocks every further request.</summary>
    /// <returns>How long nothing may be sent; null: no limit was broken.</returns>
    public TimeSpan? BlockIfBroken(HttpResponseMessage response, ApiError? error)
    {
        if (!IsBroken(response.StatusCode, error))
        {
            return null;
        }

        var ban = new RequestBan(response.StatusCode, TimeToWait(response, error));
        budget.ReportBan(ban);
        return budget.Ban?.Left ?? ban.Left;
    }

    private static bool IsBroken(HttpStatusCode statusCode, ApiError? error) =>
        (int)statusCode is 418 or 429 || error?.Code == BinanceErrorCodes.TooManyRequests;

    private TimeSpan TimeToWait(HttpResponseMessage response, ApiError? error)
    {
        // Dates are on Binance's clock; where the answer tells its own time, the two clocks need not agree.
        DateTimeOffset now = response.Headers.Date ?? clock.UtcNow;
        TimeSpan? named = Longer(RetryAfter(response.Headers.RetryAfter, now), BannedUntil(error) - now);
        if (named is null || named <= TimeSpan.Zero)
        {
            return (int)response.StatusCode == 418 ? ShortestBan : LimitWindow;
        }

        return named < LongestBan ? named.Value : LongestBan;
    }

    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? header, DateTimeOffset now) => header?.Delta ?? (header?.Date - now);

    private static TimeSpan? Longer(TimeSpan? first, TimeSpan? second) => first is null || second > first ? second : first;

    // "Way too many requests; IP banned until 1573000000000. …"
    private static DateTimeOffset? BannedUntil(ApiError? error)
    {
        const string Marker = "banned until ";
        int start = error?.Message.IndexOf(Marker, StringComparison.OrdinalIgnoreCase) ?? -1;
        if (start < 0)
        {
            return null;
        }

        ReadOnlySpan<char> rest = error!.Message.AsSpan(start + Marker.Length);
        int end = rest.IndexOfAnyExceptInRange('0', '9');
        return long.TryParse(end < 0 ? rest : rest[..end], NumberStyles.None, CultureInfo.InvariantCulture, out long milliseconds)
            && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
    }
}
