using Binance.AlgoOrders.Internal;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>
/// One scenario's budget in a real Redis. Redis lives on the machine's clock, on which a minute of the scenario is over in a millisecond: what
/// passes between the two is brought back to the scenario's.
/// </summary>
internal sealed class ScenarioBudget(RedisRequestBudget shared, BudgetRules rules, TimeProvider clock) : IRequestBudget, IDisposable
{
    // On the machine's clock; no answer takes that long. A bulk that comes just before its minute begins waits in vain.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly KnownBan _ownBan = new(clock);

    /// <summary>
    /// The shared budget's, until it ends on the scenario's clock. Redis goes on telling of it for as long as it lasts on the machine's: a bulk
    /// that asks for weight in the next minute would be banned for another one, and so on without end.
    /// </summary>
    public RequestBan? Ban => _ownBan.Current is null ? null : shared.Ban;

    /// <summary>Holds the scenario's clock while a bulk waits for Redis, or seconds of it would pass before the answer.</summary>
    public TimeSpan TimeUntilMaySend(RequestCost cost, DateTimeOffset now)
    {
        TimeSpan wait = TimeSpan.Zero;
        SpinWait.SpinUntil(() => !IsForRedis(cost, wait = shared.TimeUntilMaySend(cost, now)), Patience);
        return wait;
    }

    public void Spend(RequestCost cost, DateTimeOffset now) => shared.Spend(cost, now);

    public void Report(RequestUsage usage, DateTimeOffset sentAt) => shared.Report(usage, sentAt);

    public void ReportBan(RequestBan ban)
    {
        _ownBan.Note(ban);
        shared.ReportBan(ban);
    }

    public void Dispose() => shared.Dispose();

    // Longer waits are for the exchange's next minute, or for the others' weight.
    private bool IsForRedis(RequestCost cost, TimeSpan wait) => cost.Priority == RequestPriority.Bulk && wait > TimeSpan.Zero && wait <= rules.MaxDelay;
}
