using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.Internal.Limits;

/// <summary>Tracks Binance's limits for one client. Owns the client's access to the request budget, which may be shared with other clients.</summary>
internal sealed class RateLimitTracker(ServerClock clock, IRequestBudget budget, TimeProvider timeProvider)
{
    // Where Binance names no time: the longest window of its limits, and the shortest ban that it documents.
    private static readonly TimeSpan LimitWindow = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestBan = TimeSpan.FromMinutes(2);

    private readonly Lock _lock = new();
    private RateLimitHeaders _report;

    /// <summary>Gets the counters that Binance reported last, in any response.</summary>
    public RateLimitHeaders Report
    {
        get
        {
            lock (_lock)
            {
                return _report;
            }
        }
    }

    /// <summary>Gets the block that is in force, or null if requests may be sent.</summary>
    public RateLimitBlock? Block => budget.Block;

    /// <summary>Returns the block that keeps a request from being sent, or null if it may be sent.</summary>
    /// <param name="cost">The cost of the request. The budget never delays a cancel, because a cancel that is late costs more than one too many.</param>
    /// <param name="now">Binance's time.</param>
    public RateLimitBlock? GetBlock(RequestCost cost, DateTimeOffset now)
    {
        if (budget.Block is { } block)
        {
            return block;
        }

        if (cost.Priority != RequestPriority.Cancel && budget.GetDelay(cost, now) is var delay && delay > TimeSpan.Zero)
        {
            return new RateLimitBlock(HttpStatusCode.TooManyRequests, delay);
        }

        return null;
    }

    /// <summary>Returns the time until bulk work may send a request: until the end of a block, or until the next minute.</summary>
    public TimeSpan GetBulkDelay(int weight)
    {
        TimeSpan block = budget.Block?.Remaining ?? TimeSpan.Zero;
        TimeSpan minute = budget.GetDelay(new RequestCost(weight, RequestPriority.Bulk, CountsAsOrder: false), clock.UtcNow);
        return TimeMath.Max(block, minute);
    }

    /// <summary>Counts a request that is about to be sent.</summary>
    public void Consume(RequestCost cost, DateTimeOffset now) => budget.Consume(cost, now);

    /// <summary>Updates the counters from the headers of a response.</summary>
    /// <param name="endpoint">The endpoint that responded.</param>
    /// <param name="headers">The headers of the response.</param>
    /// <param name="sentAt">Binance's time at which the request was counted.</param>
    public void Update(ApiEndpoint endpoint, HttpResponseHeaders headers, DateTimeOffset sentAt)
    {
        RateLimitHeaders report = RateLimitHeaders.Of(endpoint, headers, timeProvider.GetUtcNow());
        lock (_lock)
        {
            _report = _report.UpdateWith(report);
        }

        budget.Report(new RequestUsage(report.UsedWeight1Minute, report.OrderCount10Seconds, report.OrderCount1Minute), sentAt);
    }

    /// <summary>Returns true if a status says by itself that a limit was exceeded.</summary>
    public static bool IsRateLimit(HttpStatusCode statusCode) => (int)statusCode is 418 or 429;

    /// <summary>Blocks all further requests for the time that the headers of a 418 or 429 name. Returns false if they name none.</summary>
    public bool TryBlock(HttpResponseMessage response)
    {
        if (GetNamedDuration(response, error: null) is not { } named)
        {
            return false;
        }

        budget.ReportBlock(new RateLimitBlock(response.StatusCode, named));
        return true;
    }

    /// <summary>Blocks all further requests after a 418 or 429 that named no time.</summary>
    public void BlockForDefaultTime(HttpStatusCode statusCode) => budget.ReportBlock(new RateLimitBlock(statusCode, GetDefaultDuration(statusCode)));

    /// <summary>Blocks all further requests if a response says that a limit was exceeded.</summary>
    /// <returns>The time for which nothing may be sent, or null if no limit was exceeded.</returns>
    public TimeSpan? BlockIfExceeded(HttpResponseMessage response, ApiError? error)
    {
        if (!IsExceeded(response.StatusCode, error))
        {
            return null;
        }

        var block = new RateLimitBlock(response.StatusCode, GetNamedDuration(response, error) ?? GetDefaultDuration(response.StatusCode));
        budget.ReportBlock(block);
        return budget.Block?.Remaining ?? block.Remaining;
    }

    public RateLimitSnapshot CreateSnapshot()
    {
        RateLimitHeaders report = Report;
        RateLimitBlock? block = budget.Block;
        return new RateLimitSnapshot
        {
            UsedWeight1Minute = report.UsedWeight1Minute,
            OrderCount10Seconds = report.OrderCount10Seconds,
            OrderCount1Minute = report.OrderCount1Minute,
            ReportedAt = report.ReportedAt,
            BlockedFor = block?.Remaining ?? TimeSpan.Zero,
            IsBanned = (int?)block?.StatusCode == 418,
        };
    }

    private static bool IsExceeded(HttpStatusCode statusCode, ApiError? error) =>
        IsRateLimit(statusCode) || error?.Code == BinanceErrorCodes.TooManyRequests;

    private static TimeSpan GetDefaultDuration(HttpStatusCode statusCode) => (int)statusCode == 418 ? ShortestBan : LimitWindow;

    private TimeSpan? GetNamedDuration(HttpResponseMessage response, ApiError? error)
    {
        // Dates are on Binance's clock. The response's own date needs no synchronized clock.
        DateTimeOffset now = response.Headers.Date ?? clock.UtcNow;
        TimeSpan named = TimeMath.Max(GetRetryAfter(response.Headers.RetryAfter, now), GetBanEnd(error) - now ?? TimeSpan.Zero);
        if (named > TimeSpan.Zero)
        {
            return TimeMath.Min(named, BinanceLimits.LongestBan);
        }

        return null;
    }

    private static TimeSpan GetRetryAfter(RetryConditionHeaderValue? header, DateTimeOffset now) => header?.Delta ?? (header?.Date - now) ?? TimeSpan.Zero;

    // "Way too many requests; IP banned until 1573000000000. …"
    private static DateTimeOffset? GetBanEnd(ApiError? error)
    {
        const string Marker = "banned until ";
        int start = error?.Message.IndexOf(Marker, StringComparison.OrdinalIgnoreCase) ?? -1;
        if (start < 0)
        {
            return null;
        }

        ReadOnlySpan<char> rest = error!.Message.AsSpan(start + Marker.Length);
        int digits = rest.IndexOfAnyExceptInRange('0', '9');
        if (digits >= 0)
        {
            rest = rest[..digits];
        }

        if (long.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out long milliseconds)
            && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        }

        return null;
    }
}
