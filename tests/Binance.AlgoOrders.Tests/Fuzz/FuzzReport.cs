using System.Globalization;

namespace Binance.AlgoOrders.Tests.Fuzz;

/// <summary>What a run brought to light.</summary>
internal sealed class FuzzReport(int seed)
{
    private const int MostStories = 3;

    private readonly HashSet<string> _claims = new(StringComparer.Ordinal);
    private int _case;
    private int _answers;
    private bool _isStuck;

    /// <summary>Every kind of claim that was made.</summary>
    public IReadOnlyCollection<string> Claims => _claims;

    /// <summary>Exceptions that are not the library's, and calls that never end.</summary>
    public List<string> Crashes { get; } = [];

    /// <summary>Claims that no answer made.</summary>
    public List<string> Inventions { get; } = [];

    /// <summary>"Not executed" of what may have been.</summary>
    public List<string> Denials { get; } = [];

    /// <summary>Texts that show a signature.</summary>
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

    public void Note(string operation, object? result, IReadOnlyList<FuzzedAnswer> answers)
    {
        _answers += answers.Count;
        string claim = $"{operation}: {ClaimJudge.NameOf(result)}";
        _claims.Add(claim);
        if (result is not Exception exception)
        {
            Add(Inventions, !ClaimJudge.IsBacked(result, answers), claim, result, answers);
            return;
        }

        _isStuck = exception is TimeoutException;
        Add(Crashes, exception is not AlgoOrderException, claim, result, answers);
        Add(Denials, exception is AlgoOrderException { Execution: ExecutionStatus.NotExecuted } && !DenialJudge.IsBacked(answers), claim, result, answers);
        Add(Leaks, answers.Any(answer => ClaimJudge.Shows(exception, answer.Parameter("signature"))), claim, result, answers);
    }

    private void Add(List<string> stories, bool isFound, string claim, object? result, IReadOnlyList<FuzzedAnswer> answers)
    {
        if (isFound && stories.Count < MostStories)
        {
            string told = string.Create(CultureInfo.InvariantCulture, $"Seed {seed}, case {_case}, {claim}: {result}");
            stories.Add(string.Join(Environment.NewLine, answers.Select(answer => $"  {answer}").Prepend(told)));
        }
    }
}
