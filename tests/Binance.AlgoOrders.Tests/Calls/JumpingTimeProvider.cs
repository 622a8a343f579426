using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Calls;

/// <summary>
/// A virtual clock that jumps once, at a chosen reading of its monotonic timestamp, as if the process was suspended there. Timers that are due meanwhile fire.
/// </summary>
/// <param name="time">The clock that jumps.</param>
/// <param name="reading">The number of the reading, from 1 on.</param>
/// <param name="jump">The jump.</param>
internal sealed class JumpingTimeProvider(ManualTimeProvider time, int reading, ClockJump jump) : TimeProvider
{
    private readonly DateTimeOffset _start = time.GetUtcNow();

    /// <summary>The number of readings so far.</summary>
    public int Readings { get; private set; }

    /// <summary>The time since the start at which the clock arrived by its jump, or null before.</summary>
    public TimeSpan? JumpedTo { get; private set; }

    public override long TimestampFrequency => time.TimestampFrequency;

    public override long GetTimestamp()
    {
        if (++Readings != reading)
        {
            return time.GetTimestamp();
        }

        long before = time.GetTimestamp();
        JumpedTo = jump.Target;
        time.Advance(TimeSpan.FromTicks(Math.Max(0, (jump.Target - (time.GetUtcNow() - _start)).Ticks)));
        return jump.IsAfterReading ? before : time.GetTimestamp();
    }

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => time.CreateTimer(callback, state, dueTime, period);
}

/// <summary>A jump of a clock.</summary>
/// <param name="Target">The time since the start to which the clock jumps.</param>
/// <param name="IsAfterReading">True if the reading that causes the jump still returns the time before it.</param>
public sealed record ClockJump(TimeSpan Target, bool IsAfterReading);
