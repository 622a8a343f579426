namespace Binance.AlgoOrders.Soak;

/// <summary>What all rounds came to, and what the process held after each.</summary>
internal sealed class SoakFigures(SoakPlan plan)
{
    private const int MostStories = 20;

    private readonly List<ProcessSample> _samples = [];
    private readonly SortedDictionary<string, int> _endings = new(StringComparer.Ordinal);
    private readonly List<string> _stories = [];

    public int Rounds { get; private set; }

    public long Calls { get; private set; }

    public long Requests { get; private set; }

    public long Faults { get; private set; }

    public int Lies { get; private set; }

    /// <summary>The first lies.</summary>
    public IReadOnlyList<string> Stories => _stories;

    /// <summary>How often calls ended in which way.</summary>
    public IReadOnlyDictionary<string, int> Endings => _endings;

    /// <summary>The fewest calls that a caller made in a round.</summary>
    public int FewestCalls { get; private set; } = int.MaxValue;

    /// <summary>How much longer than its time a call took at most, after the warm-up.</summary>
    public TimeSpan LongestOverrun { get; private set; }

    /// <summary>From the cancellation of a caller's token to the end of the call, after the warm-up.</summary>
    public DelayHistogram Leaves { get; } = new();

    /// <summary>At rest after each round, after the warm-up.</summary>
    public IReadOnlyList<ProcessSample> Samples => _samples;

    public void Add(RoundResult round)
    {
        Calls += round.Calls;
        Requests += round.Requests;
        Faults += round.Faults;
        Lies += round.Lies.Count;
        FewestCalls = Math.Min(FewestCalls, round.FewestCalls);
        _stories.AddRange(round.Lies.Take(MostStories - _stories.Count));
        foreach ((string ending, int count) in round.Endings)
        {
            _endings[ending] = _endings.GetValueOrDefault(ending) + count;
        }

        if (++Rounds <= plan.WarmUpRounds)
        {
            return;
        }

        LongestOverrun = round.LongestOverrun > LongestOverrun ? round.LongestOverrun : LongestOverrun;
        foreach (TimeSpan leave in round.Leaves)
        {
            Leaves.Add(leave);
        }
    }

    public void Add(ProcessSample sample)
    {
        if (Rounds > plan.WarmUpRounds)
        {
            _samples.Add(sample);
        }
    }
}
