namespace Binance.AlgoOrders.Tests.Fuzz;

/// <summary>100,000 answers by chance, good and bad, to every call of the client. One run, in two halves at a time, serves all of these tests.</summary>
public class FuzzTests
{
    private const int AnswersOfHalf = 50_000;
    private static readonly int[] Seeds = [1, 2];

    // What a run without these would prove is little.
    private static readonly string[] Claims =
    [
        "cancel: CancelAlgoOrderResult", "cancel: AlgoOrderNotFoundException NotExecuted", "cancel: BinanceApiException NotExecuted", "cancel: BinanceApiException Unknown",
        "cancel: BinanceRateLimitException NotExecuted", "ensure: Canceled Acknowledged", "ensure: Canceled Queried", "ensure: Triggered", "ensure: Closed", "ensure: NotFound", "ensure: Unknown",
        "find: AlgoOrder", "find: none", "list: orders", "history: orders", "cancelAll: CancelAllAlgoOrdersResult", "ensureAll: CancelAllAlgoOrdersOutcome", "place: AlgoOrder", "clock: ServerTimeSync",
    ];

    private static readonly Lazy<Task<FuzzReport[]>> Run = new(() => Task.WhenAll(Seeds.Select(seed => Task.Run(() => FuzzReport.RunAsync(seed, AnswersOfHalf)))));

    [Fact]
    public Task Every_call_ends_and_only_the_librarys_own_exceptions_are_thrown() => AssertNoneAsync(report => report.Crashes);

    [Fact]
    public Task Nothing_is_claimed_that_no_answer_said() => AssertNoneAsync(report => report.Inventions);

    [Fact]
    public Task Not_executed_is_never_said_of_what_may_have_been() => AssertNoneAsync(report => report.Denials);

    [Fact]
    public Task No_signature_is_shown() => AssertNoneAsync(report => report.Leaks);

    [Fact]
    public async Task Every_kind_of_claim_comes_up() =>
        Assert.Empty(Claims.Except((await Run.Value).SelectMany(report => report.Claims), StringComparer.Ordinal));

    private static async Task AssertNoneAsync(Func<FuzzReport, IEnumerable<string>> stories)
    {
        string told = string.Join(Environment.NewLine, (await Run.Value).SelectMany(stories));
        Assert.True(told.Length == 0, told);
    }
}
