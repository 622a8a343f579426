using Binance.AlgoOrders.Redis.Internal;
using Binance.AlgoOrders.Redis.Internal.Limits;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>
/// The budget of one scenario in a real Redis. Redis runs on the machine's clock, on which a minute of the scenario takes a millisecond. This
/// class converts delays and bans to the scenario's clock.
/// </summary>
internal sealed class ScenarioBudget(ProcessBudget process, BudgetRules rules, TimeProvider clock) : IRequestBudget, IDisposable
{
    // On the machine's clock. No response of Redis takes that long, but a bulk just before its minute begins waits the whole time.
    private static readonly TimeSpan MaxRedisWait = TimeSpan.FromSeconds(1);

    private readonly IRequestBudget _shared = process.ForAccount("scenario");
    private readonly SharedBlock _ownBan = new("scenario", RateLimitScope.Address, clock);

    /// <summary>
    /// The ban of the shared budget, until it ends on the scenario's clock. Redis reports it until it ends on the machine's clock. Without this
    /// limit a bulk that requests weight in the next minute would be banned for another minute, without end.
    /// </summary>
    public RateLimitBlock? GetBlock(RequestCost cost) => _ownBan.Current is null ? null : _shared.GetBlock(cost);

    public TimeSpan TryConsume(RequestCost cost, ServerTimeRange now) => HoldClock(() => _shared.TryConsume(cost, now));

    public TimeSpan TryReserve(int weight, ServerTimeRange now) => HoldClock(() => _shared.TryReserve(weight, now));

    public void Release(int weight) => _shared.Release(weight);

    public void Report(RequestUsage usage, ServerTimeRange counted) => _shared.Report(usage, counted);

    public void ReportBlock(RateLimitBlock ban)
    {
        _ownBan.Report(ban);
        _shared.ReportBlock(ban);
    }

    public void Dispose() => _ = process.DisposeAsync().AsTask();

    // The scenario's clock stands still while a request waits for a lease. Otherwise seconds of virtual time would pass before the response.
    private TimeSpan HoldClock(Func<TimeSpan> tryLease)
    {
        TimeSpan wait = TimeSpan.Zero;
        SpinWait.SpinUntil(() => !IsWaitForRedis(wait = tryLease()), MaxRedisWait);
        return wait;
    }

    // A longer delay waits for the next minute of the exchange or for the weight of other processes.
    private bool IsWaitForRedis(TimeSpan wait) => wait > TimeSpan.Zero && wait <= rules.MaxDelay;
}
