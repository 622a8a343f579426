using System.Net;

namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>
/// What one client has spent of the address's weight in the current minute of Binance's clock: counted here for every request, and
/// corrected upwards by what Binance reports, since others may share the address. Only bulk work waits for it.
/// </summary>
internal sealed class WeightBudget(int limitPerMinute, TimeProvider timeProvider) : IRequestBudget
{
    // The rest is for single cancels and for finding out what became of a bulk's orders.
    private const double ShareOfBulk = 0.96;

    // A minute begins a little later here than there, so that a clock that is a little fast does not spend the minute before.
    private static readonly TimeSpan LateStart = TimeSpan.FromMilliseconds(250);

    private readonly Gate _turn = new();
    private readonly int _limitOfBulk = (int)(limitPerMinute * ShareOfBulk);
    private long _minute;
    private int _used;
    private volatile Block? _block;

    public RequestBan? Ban => _block is { } block && TimeLeft(block) is var left && left > TimeSpan.Zero ? new RequestBan(block.StatusCode, left) : null;

    public TimeSpan TimeUntilMaySend(RequestCost cost, DateTimeOffset now)
    {
        if (cost.Priority != RequestPriority.Bulk)
        {
            return TimeSpan.Zero;
        }

        lock (_turn)
        {
            TimeSpan intoTheMinute = TurnTheMinute(now);
            TimeSpan wait = _used + cost.Weight <= _limitOfBulk ? LateStart - intoTheMinute : TimeSpan.FromMinutes(1) + LateStart - intoTheMinute;
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }
    }

    public void Spend(RequestCost cost, DateTimeOffset now)
    {
        lock (_turn)
        {
            TurnTheMinute(now);
            _used += cost.Weight;
        }
    }

    public void Report(RequestUsage usage, DateTimeOffset sentAt)
    {
        lock (_turn)
        {
            // The answer to a request of the last minute may still speak of that one.
            if (sentAt.UtcTicks / TimeSpan.TicksPerMinute == _minute && usage.UsedWeight1Minute is { } reported)
            {
                _used = Math.Max(_used, Math.Min(reported, limitPerMinute));
            }
        }
    }

    public void ReportBan(RequestBan ban)
    {
        var block = new Block(ban.StatusCode, timeProvider.GetTimestamp(), ban.Left);
        lock (_turn)
        {
            if (_block is null || TimeLeft(block) > TimeLeft(_block))
            {
                _block = block;
            }
        }
    }

    private TimeSpan TimeLeft(Block block) => block.Duration - timeProvider.GetElapsedTime(block.Since);

    private TimeSpan TurnTheMinute(DateTimeOffset now)
    {
        (long minute, long ticks) = Math.DivRem(now.UtcTicks, TimeSpan.TicksPerMinute);
        if (minute != _minute)
        {
            (_minute, _used) = (minute, 0);
        }

        return TimeSpan.FromTicks(ticks);
    }

    private sealed record Block(HttpStatusCode StatusCode, long Since, TimeSpan Duration);
}
