using Binance.AlgoOrders.Internal.Clock;

namespace Binance.AlgoOrders.ModelCheck;

/// <summary>
/// Numbers the facts of a client. The facts after an event and the step that follows are computed by the library, once for equal facts.
/// </summary>
internal sealed class FactsTable(BrokenRule? rule)
{
    private readonly List<CancelFacts> _facts = [];
    private readonly Dictionary<CancelFacts, int> _numbers = [];
    private readonly Dictionary<(int Facts, FactsEvent Event), int> _next = [];
    private readonly Dictionary<(int Facts, byte Tick), CancelStep> _steps = [];

    public CancelFacts this[int number] => _facts[number];

    public int Add(CancelFacts facts)
    {
        if (!_numbers.TryGetValue(facts, out int number))
        {
            number = _facts.Count;
            _facts.Add(facts);
            _numbers.Add(facts, number);
        }

        return number;
    }

    /// <summary>Returns the facts after an event.</summary>
    /// <param name="facts">The facts before it.</param>
    /// <param name="happened">The event.</param>
    /// <param name="order">The order that was seen, or null.</param>
    public int After(int facts, FactsEvent happened, AlgoOrder? order = null)
    {
        if (!_next.TryGetValue((facts, happened), out int next))
        {
            next = Add(Compute(_facts[facts], happened, order));
            _next.Add((facts, happened), next);
        }

        return next;
    }

    /// <summary>Returns the step that the library's decision takes.</summary>
    public CancelStep NextStep(int facts, byte tick)
    {
        if (!_steps.TryGetValue((facts, tick), out CancelStep step))
        {
            step = Decide(_facts[facts], GetTime(tick) with { ClockError = _facts[facts].StartedAt.Error });
            _steps.Add((facts, tick), step);
        }

        return step;
    }

    /// <summary>Returns the id that the client sends.</summary>
    public AlgoOrderId IdOf(int facts) => rule is null ? _facts[facts].Id : rule.IdOf(_facts[facts]);

    private static CancelTime GetTime(byte tick) => new(
        Bounds.Ticks(tick),
        Bounds.Ticks(Bounds.Timeout - tick),
        Reserve: Bounds.Ticks(Bounds.Timeout) / 4,
        Bounds.Ticks(Bounds.Lag),
        Backoff: Bounds.Tick / 5,
        Bounds.Epoch + Bounds.Ticks(tick));

    private CancelStep Decide(CancelFacts facts, CancelTime time) => rule is null ? CancelDecision.Next(facts, time) : rule.Next(facts, time);

    private CancelFacts Compute(CancelFacts facts, FactsEvent happened, AlgoOrder? order)
    {
        TimeSpan at = Bounds.Ticks(happened.At);
        AlgoOrder? seen = rule is null || order is null ? order : rule.Seen(order);
        return happened.Kind switch
        {
            FactsEventKind.Acknowledged => facts.AfterAcknowledgement(new CancelAlgoOrderResult
            {
                AlgoId = OrderSnapshots.AlgoIdOf(happened.Detail),
                ClientAlgoId = Scenario.ClientId,
                Code = "200",
                Message = "success",
            }),
            FactsEventKind.CancelFailed => AfterCancel(facts, happened),
            FactsEventKind.Queried => facts.AfterLookup(ResultOf(seen), at),
            FactsEventKind.QueryFailed => facts.AfterLookup(FailureKinds.All[happened.Detail].Lookup, at),
            FactsEventKind.Listed => facts.AfterOpenOrders(ResultOf(seen), at),
            FactsEventKind.ListedFirst => facts.AfterListing(seen!, at),
            FactsEventKind.ListFailed => facts.AfterOpenOrders(FailureKinds.All[happened.Detail].Lookup, at),
            FactsEventKind.Paused => facts.AfterPause(),
            FactsEventKind.Expired => facts.AfterExpiry(at),
            FactsEventKind.NotExpired => facts.AfterExpiry(at: null),
            FactsEventKind.ClockRead => facts.AfterClock(ClockReadings.All[happened.Detail]),
            _ => facts.AfterClock(startedAt: null),
        };
    }

    private CancelFacts AfterCancel(CancelFacts facts, FactsEvent happened)
    {
        AttemptFacts failure = FailureKinds.All[happened.Detail].Facts with { HasOtherInProgress = happened.HasOther };
        TimeSpan at = Bounds.Ticks(happened.At);
        TimeSpan expiresAt = Bounds.Ticks(happened.Until + Bounds.Margin);
        return rule is null ? facts.AfterCancel(failure, at, expiresAt) : rule.AfterCancel(facts, failure, at, expiresAt);
    }

    private static LookupResult ResultOf(AlgoOrder? order) => order is null ? new LookupResult.NotFound(AbsentFromOpenOrders: false) : new LookupResult.Found(order);
}

/// <summary>Something that changes the facts of a client.</summary>
/// <param name="Kind">The kind of event.</param>
/// <param name="At">The tick at which its request began.</param>
/// <param name="Detail">The number of the snapshot, failure, order or reading.</param>
/// <param name="Until">The last tick at which a copy of a cancel that failed may be executed.</param>
/// <param name="HasOther">True if another copy of a cancel that failed is in progress.</param>
internal readonly record struct FactsEvent(FactsEventKind Kind, byte At = 0, int Detail = -1, byte Until = 0, bool HasOther = false);

/// <summary>Specifies a kind of event.</summary>
internal enum FactsEventKind : byte
{
    Acknowledged,
    CancelFailed,
    Queried,
    QueryFailed,
    Listed,

    /// <summary>The list was read before a query and contains the order.</summary>
    ListedFirst,
    ListFailed,
    Paused,
    Expired,
    NotExpired,
    ClockRead,
    ClockNotRead,
}

/// <summary>The readings of Binance's clock at the beginning of the call. What ended within their error of that moment cannot be told apart.</summary>
internal static class ClockReadings
{
    private static readonly TimeSpan Error = Bounds.Tick / 4;

    /// <summary>The estimate before the clock is read.</summary>
    public static ClockMoment Unread { get; } = new(Bounds.Epoch, TimeSpan.FromMinutes(1));

    public static IReadOnlyList<ClockMoment> All { get; } = [new(Bounds.Epoch, Error), new(Bounds.Epoch + Error, Error), new(Bounds.Epoch - Error, Error)];
}
