namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Numbers the facts of a cancel of all orders. The library computes the facts after an event and the step that follows.</summary>
internal sealed class ClearFactsTable(BrokenClearRule? rule)
{
    private readonly BrokenClearRule _rule = rule ?? new BrokenClearRule("none");
    private readonly List<ClearFacts> _facts = [];
    private readonly Dictionary<ClearFacts, int> _numbers = [];
    private readonly Dictionary<(int Facts, byte Tick), (ClearStep Step, byte Pause)> _steps = [];

    public ClearFacts this[int number] => _facts[number];

    public int Add(ClearFacts facts)
    {
        if (!_numbers.TryGetValue(facts, out int number))
        {
            number = _facts.Count;
            _facts.Add(facts);
            _numbers.Add(facts, number);
        }

        return number;
    }

    public int AfterFailure(int facts, byte? expiresAt) => Add(_rule.AfterFailure(_facts[facts], expiresAt is null ? null : Bounds.Ticks(expiresAt.Value)));

    public int AfterAcknowledgement(int facts, byte at) => Add(_rule.AfterAcknowledgement(_facts[facts], Bounds.Ticks(at)));

    /// <summary>Returns the step that the library's decision takes, and the ticks of its pause.</summary>
    public (ClearStep Step, byte Pause) NextStep(int facts, byte tick)
    {
        if (!_steps.TryGetValue((facts, tick), out (ClearStep Step, byte Pause) next))
        {
            CancelTime time = GetTime(tick);
            next = (_rule.Next(_facts[facts], time), (byte)Math.Ceiling(ClearDecision.GetPause(_facts[facts], time).TotalSeconds));
            _steps.Add((facts, tick), next);
        }

        return next;
    }

    private static CancelTime GetTime(byte tick) => new(
        Bounds.Ticks(tick),
        Bounds.Ticks(Bounds.Timeout - tick),
        Reserve: TimeSpan.Zero,
        Bounds.Ticks(Bounds.Lag),
        Backoff: Bounds.Tick / 5,
        Bounds.Epoch + Bounds.Ticks(tick));
}
