using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>Tests invalid Retry-After values. The call ends at once, and no ban is longer than the longest that Binance documents.</summary>
public class RetryAfterTests
{
    private static readonly TimeSpan LongestBan = TimeSpan.FromDays(3);
    private static readonly string[] Statuses = ["429 Too Many Requests", "418 I'm a teapot"];
    private static readonly string[] TooLong = ["259201", "2147483647", "Tue, 31 Dec 2126 23:59:59 GMT", "Fri, 31 Dec 9999 23:59:59 GMT"];

    // The last two values exceed the range of an Int32 number of seconds.
    private static readonly string[] Invalid =
        ["-1", "-3153600000", "-99999999999999999999", "0", "NaN", "1e9", "2.5", "", "Thu, 01 Jan 1970 00:00:00 GMT", "Mon, 01 Jan 0001 00:00:00 GMT", "3153600000", "99999999999999999999"];

    public static TheoryData<string, string> LongTimes => new MatrixTheoryData<string, string>(Statuses, TooLong);

    public static TheoryData<string, string> InvalidTimes => new MatrixTheoryData<string, string>(Statuses, Invalid);

    public static TheoryData<string, string> All => new MatrixTheoryData<string, string>(Statuses, [.. TooLong, .. Invalid]);

    [Theory]
    [MemberData(nameof(LongTimes))]
    public async Task A_too_long_time_is_limited_to_three_days(string status, string retryAfter)
    {
        await using var peer = new HostilePeer(Rejection(status, retryAfter));
        using AlgoOrderClient client = peer.Client(timeProvider: EarlyInMinute());

        Assert.Equal(LongestBan, (await RejectedAsync(client)).RetryAfter);
    }

    [Theory]
    [MemberData(nameof(InvalidTimes))]
    public async Task An_invalid_time_is_replaced_by_the_rest_of_the_minute_or_by_two_minutes(string status, string retryAfter)
    {
        await using var peer = new HostilePeer(Rejection(status, retryAfter));
        using AlgoOrderClient client = peer.Client(timeProvider: EarlyInMinute());

        BinanceRateLimitException rejected = await RejectedAsync(client);

        Assert.Null(rejected.RetryAfter);
        (TimeSpan shortest, TimeSpan longest) = GetDefaultRange(status);
        Assert.InRange(rejected.BlockedFor, shortest, longest);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Nothing_is_sent_during_a_ban_and_the_next_call_succeeds(string status, string retryAfter)
    {
        await using var peer = new HostilePeer(Rejection(status, retryAfter)) { BadResponses = 1 };
        ManualTimeProvider time = EarlyInMinute();
        using AlgoOrderClient client = peer.Client(timeProvider: time);
        TimeSpan wait = (await RejectedAsync(client)).BlockedFor;

        time.Advance(wait - TimeSpan.FromMilliseconds(1));
        await Assert.ThrowsAsync<BinanceRateLimitException>(client.PatientCancelAsync);
        Assert.Single(peer.Requests);
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("success", (await client.PatientCancelAsync()).Message);
    }

    // A limit without a named time ends with the minute, which must be longer than a call.
    private static ManualTimeProvider EarlyInMinute() => new(new DateTimeOffset(2026, 1, 1, 0, 0, 2, TimeSpan.Zero));

    private static (TimeSpan Shortest, TimeSpan Longest) GetDefaultRange(string status)
    {
        if (status == Statuses[0])
        {
            return (TimeSpan.FromTicks(1), TimeSpan.FromMinutes(1));
        }

        return (TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2));
    }

    // The peer responds at once, and the time is virtual, so a call that waited for the end of the ban would never end.
    private static async Task<BinanceRateLimitException> RejectedAsync(AlgoOrderClient client)
    {
        var rejected = await Assert.ThrowsAsync<BinanceRateLimitException>(client.PatientEnsureCanceledAsync);
        Assert.Equal(ExecutionStatus.NotExecuted, rejected.Execution);
        return rejected;
    }

    private static byte[] Rejection(string status, string retryAfter) => RawResponse.Body([], status, $"Retry-After: {retryAfter}\r\n");
}
