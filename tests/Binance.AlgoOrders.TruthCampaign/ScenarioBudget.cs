using Binance.AlgoOrders.Redis.Internal;
using Binance.AlgoOrders.Redis.Internal.Limits;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>
/// The budget of one scenario in a real Redis. Redis runs on the machine's clock, on which a minute of the scenario takes a millisecond. This
/// class converts delays and bans to the scenario's clock.
/// </summary>
internal sealed class ScenarioBudget(RedisRequestBudget shared, BudgetRules rules, TimeProvider clock) : IRequestBudget, IDisposable
{
    // On the machine's clock. No response of Redis takes that long, but a bulk just before its minute begins waits the whole time.
    private static readonly TimeSpan MaxRedisWait = TimeSpan.FromSeconds(1);

    private readonly BanTracker _ownBan = new(clock);

    /// <summary>
    /// The ban of the shared budget, until it ends on the scenario's clock. Redis reports it until it ends on the machine's clock. Without this
    /// limit a bulk that requests weight in the next minute would be banned for another minute, without end.
    /// </summary>
    public RateLimitBlock? Block => _ownBan.Current is null ? null : shared.Block;

    /// <summary>Holds the scenario's clock while a bulk waits for Redis. Otherwise seconds of virtual time would pass before the response.</summary>
    public TimeSpan GetDelay(RequestCost cost, DateTimeOffset now)
    {
        TimeSpan wait = TimeSpan.Zero;
        SpinWait.SpinUntil(() => !IsWaitForRedis(cost, wait = shared.GetDelay(cost, now)), MaxRedisWait);
        return wait;
    }

    public void Consume(RequestCost cost, DateTimeOffset now) => shared.Consume(cost, now);

    public void Report(RequestUsage usage, DateTimeOffset sentAt) => shared.Report(usage, sentAt);

    public void ReportBlock(RateLimitBlock ban)
    {
        _ownBan.Track(ban);
        shared.ReportBlock(ban);
    }

    public void Dispose() => shared.Dispose();

    // A longer delay waits for the next minute of the exchange or for the weight of other processes.
    private bool IsWaitForRedis(RequestCost cost, TimeSpan wait) => cost.Priority == RequestPriority.Bulk && wait > TimeSpan.Zero && wait <= rules.MaxDelay;
}
