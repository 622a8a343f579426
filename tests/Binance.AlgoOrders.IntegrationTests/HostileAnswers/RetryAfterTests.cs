using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.IntegrationTests.HostileAnswers;

/// <summary>Times to wait that make no sense: a call ends at once, and no ban lasts longer than the longest that Binance documents.</summary>
public class RetryAfterTests
{
    private static readonly TimeSpan LongestBan = TimeSpan.FromDays(3);
    private static readonly string[] Statuses = ["429 Too Many Requests", "418 I'm a teapot"];
    private static readonly string[] Long = ["259201", "2147483647", "Tue, 31 Dec 2126 23:59:59 GMT", "Fri, 31 Dec 9999 23:59:59 GMT"];

    // The last century is longer than a number of seconds can be.
    private static readonly string[] Nonsense =
        ["-1", "-3153600000", "-99999999999999999999", "0", "NaN", "1e9", "2.5", "", "Thu, 01 Jan 1970 00:00:00 GMT", "Mon, 01 Jan 0001 00:00:00 GMT", "3153600000", "99999999999999999999"];

    public static TheoryData<string, string> Centuries => new MatrixTheoryData<string, string>(Statuses, Long);

    public static TheoryData<string, string> NoTimes => new MatrixTheoryData<string, string>(Statuses, Nonsense);

    public static TheoryData<string, string> All => new MatrixTheoryData<string, string>(Statuses, [.. Long, .. Nonsense]);

    [Theory]
    [MemberData(nameof(Centuries))]
    public async Task A_century_is_three_days(string status, string retryAfter)
    {
        await using var peer = new HostilePeer(Refusal(status, retryAfter));
        using AlgoOrderClient client = peer.Client(timeProvider: new ManualTimeProvider());

        Assert.Equal(LongestBan, (await RefusedAsync(client)).RetryAfter);
    }

    [Theory]
    [MemberData(nameof(NoTimes))]
    public async Task What_is_no_time_is_one_minute_or_two(string status, string retryAfter)
    {
        await using var peer = new HostilePeer(Refusal(status, retryAfter));
        using AlgoOrderClient client = peer.Client(timeProvider: new ManualTimeProvider());

        Assert.Equal(TimeSpan.FromMinutes(status == Statuses[0] ? 1 : 2), (await RefusedAsync(client)).RetryAfter);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Nothing_is_sent_until_then_and_the_next_call_is_served(string status, string retryAfter)
    {
        await using var peer = new HostilePeer(Refusal(status, retryAfter)) { Misdeeds = 1 };
        var time = new ManualTimeProvider();
        using AlgoOrderClient client = peer.Client(timeProvider: time);
        TimeSpan wait = (await RefusedAsync(client)).RetryAfter!.Value;

        time.Advance(wait - TimeSpan.FromMilliseconds(1));
        await Assert.ThrowsAsync<BinanceRateLimitException>(client.PatientCancelAsync);
        Assert.Single(peer.Requests);
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("success", (await client.PatientCancelAsync()).Message);
    }

    // The peer answers at once, and the time is the test's: a call that would wait for the end of the ban would never end.
    private static async Task<BinanceRateLimitException> RefusedAsync(AlgoOrderClient client)
    {
        var refused = await Assert.ThrowsAsync<BinanceRateLimitException>(client.PatientEnsureCanceledAsync);
        Assert.Equal(ExecutionStatus.NotExecuted, refused.Execution);
        return refused;
    }

    private static byte[] Refusal(string status, string retryAfter) => Raw.Body([], status, $"Retry-After: {retryAfter}\r\n");
}
