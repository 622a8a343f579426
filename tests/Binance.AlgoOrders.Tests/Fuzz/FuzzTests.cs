namespace Binance.AlgoOrders.Tests.Fuzz;

/// <summary>Gives 100,000 random responses, good and bad, to all calls of the client. All tests share one run.</summary>
public class FuzzTests
{
    private const int AnswersOfHalf = 50_000;
    private static readonly int[] Seeds = [1, 2];

    // A run without these claims would prove little.
    private static readonly string[] Claims =
    [
        "cancel: CancelAlgoOrderResult", "cancel: AlgoOrderNotFoundException NotExecuted", "cancel: BinanceApiException NotExecuted", "cancel: BinanceApiException Unknown",
        "cancel: BinanceRateLimitException NotExecuted", "ensure: Canceled Acknowledged", "ensure: Canceled Queried", "ensure: Triggered", "ensure: Ended", "ensure: NotFound", "ensure: Unknown",
        "find: AlgoOrder", "find: none", "list: orders", "history: orders", "cancelAll: CancelAllAlgoOrdersResult", "ensureAll: CancelAllAlgoOrdersOutcome", "place: AlgoOrder", "clock: ServerTimeSync",
    ];

    private static readonly Lazy<Task<FuzzReport[]>> Run = new(() => Task.WhenAll(Seeds.Select(seed => Task.Run(() => FuzzReport.RunAsync(seed, AnswersOfHalf)))));

    [Fact]
    public Task Every_call_ends_and_throws_only_the_librarys_own_exceptions() => AssertNoneAsync(report => report.Crashes);

    [Fact]
    public Task Every_claim_is_backed_by_a_response() => AssertNoneAsync(report => report.Inventions);

    [Fact]
    public Task A_request_that_may_have_been_executed_is_never_called_not_executed() => AssertNoneAsync(report => report.Denials);

    [Fact]
    public Task No_signature_is_shown() => AssertNoneAsync(report => report.Leaks);

    [Fact]
    public async Task Every_kind_of_claim_occurs() =>
        Assert.Empty(Claims.Except((await Run.Value).SelectMany(report => report.Claims), StringComparer.Ordinal));

    private static async Task AssertNoneAsync(Func<FuzzReport, IEnumerable<string>> stories)
    {
        string told = string.Join(Environment.NewLine, (await Run.Value).SelectMany(stories));
        Assert.True(told.Length == 0, told);
    }
}
