namespace Binance.AlgoOrders.Soak;

/// <summary>Adds up the results of all rounds and the resources of the process after each.</summary>
internal sealed class SoakFigures(SoakPlan plan)
{
    private const int MaxExamples = 20;

    private readonly List<ProcessSample> _samples = [];
    private readonly SortedDictionary<string, int> _endings = new(StringComparer.Ordinal);
    private readonly List<string> _examples = [];

    public int Rounds { get; private set; }

    public long Calls { get; private set; }

    public long Requests { get; private set; }

    public long Faults { get; private set; }

    public int Lies { get; private set; }

    /// <summary>The first false claims.</summary>
    public IReadOnlyList<string> Examples => _examples;

    /// <summary>The number of calls by method and ending.</summary>
    public IReadOnlyDictionary<string, int> Endings => _endings;

    /// <summary>The smallest number of calls that one caller made in one round.</summary>
    public int FewestCalls { get; private set; } = int.MaxValue;

    /// <summary>The longest time by which a call exceeded its timeout, after the warm-up.</summary>
    public TimeSpan LongestOverrun { get; private set; }

    /// <summary>The times from the cancellation of a caller's token to the end of its call, after the warm-up.</summary>
    public DelayHistogram CancellationDelays { get; } = new();

    /// <summary>The resources of the process after each round, after the warm-up.</summary>
    public IReadOnlyList<ProcessSample> Samples => _samples;

    public void Add(RoundResult round)
    {
        Calls += round.Calls;
        Requests += round.Requests;
        Faults += round.Faults;
        Lies += round.Lies.Count;
        FewestCalls = Math.Min(FewestCalls, round.FewestCalls);
        _examples.AddRange(round.Lies.Take(MaxExamples - _examples.Count));
        foreach ((string ending, int count) in round.Endings)
        {
            _endings[ending] = _endings.GetValueOrDefault(ending) + count;
        }

        if (++Rounds <= plan.WarmUpRounds)
        {
            return;
        }

        if (round.LongestOverrun > LongestOverrun)
        {
            LongestOverrun = round.LongestOverrun;
        }

        foreach (TimeSpan delay in round.CancellationDelays)
        {
            CancellationDelays.Add(delay);
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
