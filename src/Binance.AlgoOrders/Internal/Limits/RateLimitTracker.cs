using System.Net;
using System.Net.Http.Headers;
using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.Internal.Limits;

/// <summary>Tracks Binance's limits for one client. Owns the client's access to the request budget, which may be shared with other clients.</summary>
internal sealed class RateLimitTracker(ServerClock clock, IRequestBudget budget, TimeProvider timeProvider)
{
    private static readonly RequestCost AnyRequest = new(Weight: 1, RequestPriority.Cancel, CountsAsOrder: false);
    private static readonly RequestCost NewOrder = new(Weight: 0, RequestPriority.Normal, CountsAsOrder: true);

    // The shortest ban that Binance documents.
    private static readonly TimeSpan ShortestBan = TimeSpan.FromMinutes(2);

    private readonly Lock _lock = new();
    private RateLimitHeaders _report;
    private volatile bool _isReady;

    /// <summary>True if requests need not call <see cref="WaitUntilReadyAsync"/> any more.</summary>
    public bool IsReady => _isReady;

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

    /// <summary>Gets the block of the address that is in force, or null if requests may be sent.</summary>
    public RateLimitBlock? Block => budget.GetBlock(AnyRequest);

    /// <summary>Waits for a limited time until the budget is ready. Later requests do not wait again, even if it is still not ready.</summary>
    /// <param name="timeout">The time limit of the request.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The rest of the time limit.</returns>
    public async Task<TimeSpan> WaitUntilReadyAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        long startedAt = timeProvider.GetTimestamp();
        Task ready = budget.WaitUntilReadyAsync(cancellationToken).AsTask();
        if (!ready.IsCompleted)
        {
            ready = ready.WaitAsync(TimeMath.Min(BinanceLimits.MaxWaitUntilReady, timeout), timeProvider, cancellationToken);
        }

        await ready.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        _isReady = true;
        return TimeMath.Max(timeout - timeProvider.GetElapsedTime(startedAt), TimeSpan.Zero);
    }

    /// <summary>Returns the block that keeps a request from being sent, or null if there is none.</summary>
    public RateLimitBlock? GetBlock(RequestCost cost) => budget.GetBlock(cost);

    /// <summary>Counts a request that is about to be sent and returns null, or returns what keeps it from being sent.</summary>
    /// <param name="cost">The cost of the request. The budget never delays a cancel, because a cancel that is late costs more than one too many.</param>
    /// <param name="timestamp">The monotonic timestamp of now.</param>
    public RateLimitHold? TryConsume(RequestCost cost, long timestamp)
    {
        if (budget.GetBlock(cost) is { } block)
        {
            return new RateLimitHold(block);
        }

        TimeSpan delay = budget.TryConsume(cost, clock.GetRange(timestamp, timestamp));
        if (delay > TimeSpan.Zero)
        {
            return RateLimitHold.OfBudget(delay, cost);
        }

        return null;
    }

    /// <summary>Reserves weight for an order of a bulk operation and returns zero, or returns the time after which to try again.</summary>
    public TimeSpan TryReserve(int weight)
    {
        if (Block is { } block)
        {
            return block.Remaining;
        }

        long now = timeProvider.GetTimestamp();
        return budget.TryReserve(weight, clock.GetRange(now, now));
    }

    /// <summary>Returns reserved weight that was not used.</summary>
    public void Release(int weight)
    {
        if (weight > 0)
        {
            budget.Release(weight);
        }
    }

    /// <summary>Updates the counters from the headers of a response that just arrived.</summary>
    /// <param name="endpoint">The endpoint that responded.</param>
    /// <param name="headers">The headers of the response.</param>
    /// <param name="sentAt">The monotonic timestamp at which the request was sent.</param>
    public void Update(ApiEndpoint endpoint, HttpResponseHeaders headers, long sentAt)
    {
        RateLimitHeaders report = RateLimitHeaders.Of(endpoint, headers, timeProvider.GetUtcNow());
        lock (_lock)
        {
            _report = _report.UpdateWith(report);
        }

        budget.Report(
            new RequestUsage(report.UsedWeight1Minute, report.OrderCount10Seconds, report.OrderCount1Minute),
            clock.GetRange(sentAt, timeProvider.GetTimestamp()));
    }

    /// <summary>Returns true if a status says by itself that a limit was exceeded.</summary>
    public static bool IsRateLimit(HttpStatusCode statusCode) => (int)statusCode is 418 or 429;

    /// <summary>Returns what the status and the headers of a 418 or 429 say.</summary>
    public UnreadRateLimit ReadHeaders(HttpResponseMessage response, ApiEndpoint endpoint) =>
        new(response.StatusCode, GetNamedDuration(response, error: null), UnreadRateLimit.ScopeOf(response.StatusCode, endpoint));

    /// <summary>Blocks further requests after a 418 or 429 whose body was not read.</summary>
    public void BlockAfter(UnreadRateLimit limit) => budget.ReportBlock(
        new RateLimitBlock(limit.StatusCode, limit.Named ?? GetDefaultDuration(limit.StatusCode, limit.Scope, error: null), limit.Scope));

    /// <summary>Blocks further requests of a scope after a response that says that a limit was exceeded.</summary>
    /// <returns>The block that is in force, and the time that Binance named.</returns>
    public RateLimitHold BlockAfter(HttpResponseMessage response, ApiError? error, RateLimitScope scope)
    {
        TimeSpan? named = GetNamedDuration(response, error);
        var block = new RateLimitBlock(response.StatusCode, named ?? GetDefaultDuration(response.StatusCode, scope, error), scope);
        budget.ReportBlock(block);
        RateLimitBlock inForce = budget.GetBlock(scope == RateLimitScope.AccountOrders ? NewOrder : AnyRequest) ?? block;
        return new RateLimitHold(inForce, named) { IsOfResponse = inForce.Remaining <= block.Remaining };
    }

    public RateLimitSnapshot CreateSnapshot()
    {
        RateLimitHeaders report = Report;
        RateLimitBlock? block = Block;
        return new RateLimitSnapshot
        {
            UsedWeight1Minute = report.UsedWeight1Minute,
            OrderCount10Seconds = report.OrderCount10Seconds,
            OrderCount1Minute = report.OrderCount1Minute,
            ReportedAt = report.ReportedAt,
            BlockedFor = block?.Remaining ?? TimeSpan.Zero,
            OrdersBlockedFor = budget.GetBlock(NewOrder)?.Remaining ?? TimeSpan.Zero,
            IsBanned = (int?)block?.StatusCode == 418,
        };
    }

    // If the clock's error leaves open which window is meant, cancels are sent early, which costs another 429 at worst, and new orders late.
    private TimeSpan GetDefaultDuration(HttpStatusCode statusCode, RateLimitScope scope, ApiError? error)
    {
        long timestamp = timeProvider.GetTimestamp();
        ServerTimeRange now = clock.GetRange(timestamp, timestamp);
        return scope switch
        {
            RateLimitScope.Address when (int)statusCode == 418 => ShortestBan,
            RateLimitScope.Address => GetEnd(now.Earliest, BinanceLimits.Minute) - now.Earliest,
            _ when RateLimitText.NamesMinute(error) => GetEnd(now.Latest, BinanceLimits.Minute) - now.Earliest,
            _ => GetEnd(now.Latest, BinanceLimits.TenSeconds) - now.Earliest,
        };
    }

    private static DateTimeOffset GetEnd(DateTimeOffset time, TimeSpan window) => time.AddTicks(window.Ticks - (time.UtcTicks % window.Ticks));

    private TimeSpan? GetNamedDuration(HttpResponseMessage response, ApiError? error)
    {
        // Dates are on Binance's clock. The response's own date needs no synchronized clock.
        DateTimeOffset now = response.Headers.Date ?? clock.UtcNow;
        TimeSpan named = TimeMath.Max(GetRetryAfter(response.Headers.RetryAfter, now), RateLimitText.GetBanEnd(error) - now ?? TimeSpan.Zero);
        if (named > TimeSpan.Zero)
        {
            return TimeMath.Min(named, BinanceLimits.LongestBan);
        }

        return null;
    }

    private static TimeSpan GetRetryAfter(RetryConditionHeaderValue? header, DateTimeOffset now) => header?.Delta ?? (header?.Date - now) ?? TimeSpan.Zero;
}
