namespace Binance.AlgoOrders.Internal;

/// <summary>How the weight of a window is divided.</summary>
/// <param name="Limit">What Binance allows all of them together.</param>
/// <param name="Window">How long a window lasts; windows begin at whole multiples of it.</param>
/// <param name="MaxDelay">How long bulk work waits for Redis.</param>
/// <param name="LocalShare">What bulk work may spend in a window without Redis.</param>
internal sealed record BudgetRules(int Limit, TimeSpan Window, TimeSpan MaxDelay, int LocalShare)
{
    /// <summary>How old what a process knows of the others may be, where no message reached it: it asks this often.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>After Redis has lost what it knew, nothing is granted for so long: every process tells it anew meanwhile.</summary>
    public static readonly TimeSpan Settling = 2 * Interval;

    /// <summary>A window begins a little later here than there, so that a clock that is a little fast does not spend the window before.</summary>
    public static readonly TimeSpan LateStart = TimeSpan.FromMilliseconds(250);

    /// <summary>Bulk work ends here, as it does with the client's own budget; the rest is for cancels and lookups.</summary>
    public int LimitOfBulk { get; } = (int)(Limit * 0.96);

    /// <summary>Without Redis bulk work ends here: what the others keep, and have under way, is not known.</summary>
    public int LimitOfLocal { get; } = (int)(Limit * 0.9);

    /// <summary>Everything but cancels ends here.</summary>
    public int LimitOfOrdinary { get; } = (int)(Limit * 0.98);

    /// <summary>What a process keeps for its bulk work, at most.</summary>
    public int Lease { get; } = Math.Max(1, Limit / 100);

    public static BudgetRules Of(int limit, RedisRequestBudgetOptions options) =>
        new(limit, options.Window, options.MaxDelay, (int)(limit * options.LocalShare));

    public long WindowOf(DateTimeOffset time) => time.UtcTicks / Window.Ticks;

    public TimeSpan UntilNextWindow(DateTimeOffset now) => TimeSpan.FromTicks(Window.Ticks - (now.UtcTicks % Window.Ticks));
}
