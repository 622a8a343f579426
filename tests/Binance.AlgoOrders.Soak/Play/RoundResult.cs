using System.Globalization;

namespace Binance.AlgoOrders.Soak;

/// <summary>What the calls of a round came to.</summary>
internal sealed class RoundResult
{
    private readonly Dictionary<string, int> _endings = new(StringComparer.Ordinal);
    private readonly List<string> _lies = [];
    private readonly List<TimeSpan> _leaves = [];

    public required int Requests { get; init; }

    /// <summary>How many of the requests were struck.</summary>
    public required int Faults { get; init; }

    /// <summary>Of the caller who got on least.</summary>
    public required int FewestCalls { get; init; }

    public int Calls { get; private set; }

    /// <summary>How much longer a call took than its time, at most; zero: none did.</summary>
    public TimeSpan LongestOverrun { get; private set; }

    /// <summary>How often calls ended in which way, by method.</summary>
    public IReadOnlyDictionary<string, int> Endings => _endings;

    public IReadOnlyList<string> Lies => _lies;

    /// <summary>How long the calls took to end whose callers gave up.</summary>
    public IReadOnlyList<TimeSpan> Leaves => _leaves;

    public void Add(MadeCall call, IReadOnlyList<string> lies)
    {
        Calls++;
        string ending = $"{call.Method}: {call.Ending}";
        _endings[ending] = _endings.GetValueOrDefault(ending) + 1;
        TimeSpan overrun = call.End.Elapsed - call.Start.Elapsed - call.Timeout;
        LongestOverrun = overrun > LongestOverrun ? overrun : LongestOverrun;
        if (call.TimeToLeave is { } leave)
        {
            _leaves.Add(leave);
        }

        _lies.AddRange(lies.Select(lie => string.Create(
            CultureInfo.InvariantCulture, $"{ending} {lie} [{call.Order}, {call.Start.Elapsed} to {call.End.Elapsed}]")));
    }
}
