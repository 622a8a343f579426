using System.Globalization;

namespace Binance.AlgoOrders.Tests.Fuzz;

/// <summary>Collects the findings of a run.</summary>
internal sealed class FuzzReport(int seed)
{
    private const int MostStories = 3;

    private readonly HashSet<string> _claims = new(StringComparer.Ordinal);
    private int _case;
    private int _answers;
    private bool _isStuck;

    /// <summary>Gets every kind of claim that occurred.</summary>
    public IReadOnlyCollection<string> Claims => _claims;

    /// <summary>Gets foreign exceptions and calls that never end.</summary>
    public List<string> Crashes { get; } = [];

    /// <summary>Gets claims without a response that backs them.</summary>
    public List<string> Inventions { get; } = [];

    /// <summary>Gets claims of "not executed" for requests that may have been executed.</summary>
    public List<string> Denials { get; } = [];

    /// <summary>Gets texts that contain a signature.</summary>
    public List<string> Leaks { get; } = [];

    public static async Task<FuzzReport> RunAsync(int seed, int answers)
    {
        var report = new FuzzReport(seed);
        for (; report._answers < answers && !report._isStuck; report._case++)
        {
            using var played = new FuzzCase(seed, report._case);
            await played.PlayAsync(report);
        }

        return report;
    }

    public void Note(string operation, object? result, IReadOnlyList<FuzzedResponse> answers)
    {
        _answers += answers.Count;
        string claim = $"{operation}: {ClaimChecker.NameOf(result)}";
        _claims.Add(claim);
        if (result is not Exception exception)
        {
            Add(Inventions, !ClaimChecker.IsBacked(result, answers), claim, result, answers);
            return;
        }

        _isStuck = exception is TimeoutException;
        Add(Crashes, exception is not AlgoOrderException, claim, result, answers);
        Add(Denials, exception is AlgoOrderException { Execution: ExecutionStatus.NotExecuted } && !ExecutionChecker.IsBacked(answers), claim, result, answers);
        Add(Leaks, answers.Any(answer => ClaimChecker.Shows(exception, answer.Parameter("signature"))), claim, result, answers);
    }

    private void Add(List<string> stories, bool isFound, string claim, object? result, IReadOnlyList<FuzzedResponse> answers)
    {
        if (isFound && stories.Count < MostStories)
        {
            string told = string.Create(CultureInfo.InvariantCulture, $"Seed {seed}, case {_case}, {claim}: {result}");
            stories.Add(string.Join(Environment.NewLine, answers.Select(answer => $"  {answer}").Prepend(told)));
        }
    }
}
