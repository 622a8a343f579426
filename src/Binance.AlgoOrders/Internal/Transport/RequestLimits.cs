using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Binance.AlgoOrders.Internal.Timing;

namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>What Binance last said of one client's limits, and until when it must send nothing.</summary>
internal sealed class RequestLimits(ServerClock clock, TimeProvider timeProvider)
{
    // The longest ban that Binance documents; whatever claims more is not believed.
    private static readonly TimeSpan LongestBan = TimeSpan.FromDays(3);

    // Where Binance names no time: the longest window of its limits, and the shortest ban that it documents.
    private static readonly TimeSpan LimitWindow = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestBan = TimeSpan.FromMinutes(2);

    private readonly Gate _turn = new();
    private LimitReport _report;
    private volatile Block? _block;

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

    /// <summary>The block that is in force; null: requests may be sent.</summary>
    public Block? Current => _block is { } block && TimeLeft(block) > TimeSpan.Zero ? block : null;

    public TimeSpan TimeLeft(Block block)
    {
        TimeSpan left = block.Duration - timeProvider.GetElapsedTime(block.Since);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Takes note of an answer's counters.</summary>
    /// <returns>The weight that the address has used in its minute; 0: the answer does not say.</returns>
    public int Note(ApiOperation operation, HttpResponseHeaders headers)
    {
        LimitReport report = LimitReport.Of(operation, headers, timeProvider.GetUtcNow());
        lock (_turn)
        {
            _report = _report.UpdatedBy(report);
        }

        return report.UsedWeight1Minute ?? 0;
    }

    /// <summary>Where an answer says that a limit was broken, blocks every further request.</summary>
    /// <returns>How long nothing may be sent; null: no limit was broken.</returns>
    public TimeSpan? BlockIfBroken(HttpResponseMessage response, ApiError? error)
    {
        if (!IsBroken(response.StatusCode, error))
        {
            return null;
        }

        var block = new Block(response.StatusCode, timeProvider.GetTimestamp(), TimeToWait(response, error));
        lock (_turn)
        {
            if (_block is null || TimeLeft(block) > TimeLeft(_block))
            {
                _block = block;
            }

            return TimeLeft(_block);
        }
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

    /// <summary>A time in which nothing may be sent.</summary>
    internal sealed record Block(HttpStatusCode StatusCode, long Since, TimeSpan Duration);
}
