using System.Globalization;

namespace Binance.AlgoOrders.Soak;

/// <summary>The results of the calls of a round.</summary>
internal sealed class RoundResult
{
    private readonly Dictionary<string, int> _endings = new(StringComparer.Ordinal);
    private readonly List<string> _lies = [];
    private readonly List<TimeSpan> _cancellationDelays = [];

    public required int Requests { get; init; }

    /// <summary>The number of requests with a fault.</summary>
    public required int Faults { get; init; }

    /// <summary>The number of calls of the caller with the fewest calls.</summary>
    public required int FewestCalls { get; init; }

    public int Calls { get; private set; }

    /// <summary>The longest time by which a call exceeded its timeout, or zero.</summary>
    public TimeSpan LongestOverrun { get; private set; }

    /// <summary>The number of calls by method and ending.</summary>
    public IReadOnlyDictionary<string, int> Endings => _endings;

    public IReadOnlyList<string> Lies => _lies;

    /// <summary>The times from the cancellation of a caller's token to the end of its call.</summary>
    public IReadOnlyList<TimeSpan> CancellationDelays => _cancellationDelays;

    public void Add(MadeCall call, IReadOnlyList<string> lies)
    {
        Calls++;
        string ending = $"{call.Method}: {call.Ending}";
        _endings[ending] = _endings.GetValueOrDefault(ending) + 1;
        TimeSpan overrun = call.End.Elapsed - call.Start.Elapsed - call.Timeout;
        if (overrun > LongestOverrun)
        {
            LongestOverrun = overrun;
        }

        if (call.CancellationDelay is { } delay)
        {
            _cancellationDelays.Add(delay);
        }

        _lies.AddRange(lies.Select(lie => string.Create(
            CultureInfo.InvariantCulture, $"{ending} {lie} [{call.Order}, {call.Start.Elapsed} to {call.End.Elapsed}]")));
    }
}
