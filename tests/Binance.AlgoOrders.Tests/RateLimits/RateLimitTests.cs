using System.Net;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests.Wire;

namespace Binance.AlgoOrders.Tests.RateLimits;

public sealed class RateLimitTests : IDisposable
{
    private readonly TestVenue _venue = new();

    public static TheoryData<RetryAfterFormat, bool> Formats => new()
    {
        { RetryAfterFormat.Seconds, false },
        { RetryAfterFormat.HttpDate, false },
        { RetryAfterFormat.Seconds, true },
        { RetryAfterFormat.HttpDate, true },
        { RetryAfterFormat.None, true },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task No_call_sends_a_request_before_RetryAfter_and_the_cancel_is_sent_afterwards(RetryAfterFormat format, bool isBan)
    {
        SimulatedOrder stop = _venue.Account.Place();
        TimeSpan wait = TimeSpan.FromSeconds(4);
        Fault fault = isBan ? Fault.Banned418(wait, format) : Fault.TooManyRequests429(wait, format);
        _venue.Exchange.Faults.Next(fault);

        Task<CancelAlgoOrderOutcome> first = _venue.Client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(stop.AlgoId), TestContext.Current.CancellationToken);
        var rejected = await Assert.ThrowsAsync<BinanceRateLimitException>(
            () => _venue.Client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(stop.AlgoId), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<BinanceRateLimitException>(() => _venue.Client.FindAsync(AlgoOrderId.FromAlgoId(stop.AlgoId), TestContext.Current.CancellationToken));
        CancelAlgoOrderOutcome outcome = await _venue.Time.RunAsync(first);

        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome);
        Assert.Equal(isBan, rejected.IsBanned);
        Assert.Equal(ExecutionStatus.NotExecuted, rejected.Execution);
        Assert.InRange(rejected.BlockedFor, wait, wait + TimeSpan.FromSeconds(1));
        Assert.Equal(0, _venue.Exchange.RequestsDuringBan);
        Assert.Equal(2, _venue.Exchange.Requests.Count);
    }

    [Fact]
    public async Task A_call_fails_at_once_when_a_ban_outlasts_its_deadline()
    {
        SimulatedOrder stop = _venue.Account.Place();
        DateTimeOffset start = _venue.Time.GetUtcNow();
        _venue.Exchange.Faults.Next(Fault.Banned418(TimeSpan.FromMinutes(2)));

        var exception = await Assert.ThrowsAsync<BinanceRateLimitException>(() => _venue.EnsureCanceledAsync(stop));

        Assert.Equal(ExecutionStatus.NotExecuted, exception.Execution);
        Assert.Equal(start, _venue.Time.GetUtcNow());
        Assert.Single(_venue.Exchange.Requests);
    }

    [Fact]
    public async Task The_outcome_is_unknown_when_a_ban_follows_an_unknown_attempt()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.Next(Fault.ExecuteThenDrop, Fault.Banned418(TimeSpan.FromMinutes(2)));

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        var exception = Assert.IsType<BinanceRateLimitException>(Assert.IsType<CancelAlgoOrderOutcome.Unknown>(outcome).LastError);
        Assert.Equal(ExecutionStatus.Unknown, exception.Execution);
    }

    [Fact]
    public async Task An_attempt_that_was_not_sent_because_of_a_ban_is_one_of_the_attempts()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.Next(Fault.Banned418(TimeSpan.FromSeconds(4)));
        await AssertRateLimitedAsync();

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        Assert.Equal([ExecutionStatus.NotExecuted, ExecutionStatus.Succeeded], outcome.Attempts.Select(attempt => attempt.Execution));
        Assert.Equal(TimeSpan.Zero, outcome.Attempts[0].Duration);
    }

    [Fact]
    public async Task A_rate_limit_without_a_time_blocks_until_the_minute_has_turned_and_a_ban_for_2_minutes()
    {
        _venue.Time.Advance(TimeSpan.FromSeconds(58));
        _venue.Exchange.Faults.Next(Fault.Respond(429, """{"code":-1003,"msg":"Too many requests."}""", executed: false));
        BinanceRateLimitException limit = await AssertRateLimitedAsync();
        Assert.Equal((null, TimeSpan.FromSeconds(3)), (limit.RetryAfter, limit.BlockedFor));
        Assert.Contains("nothing is sent for another 3 s, until the window of the limit is over, because Binance named no time.", limit.Message, StringComparison.Ordinal);
        _venue.Time.Advance(TimeSpan.FromSeconds(3));
        _venue.Exchange.Faults.Next(Fault.Respond(418, """{"code":-1003,"msg":"Way too many requests; IP banned until 99999999999999999999."}""", executed: false));
        BinanceRateLimitException ban = await AssertRateLimitedAsync();
        Assert.Equal((null, TimeSpan.FromMinutes(2)), (ban.RetryAfter, ban.BlockedFor));
        Assert.Contains("nothing is sent for another 120 s, the shortest ban, because Binance named no time.", ban.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(null)]
    public async Task A_longer_block_in_force_is_not_attributed_to_the_response(int? retryAfter)
    {
        var budget = new LocalRequestBudget(timeProvider: _venue.Time);
        using var network = new PrimaryHandlerStub(() =>
        {
            // Another client is banned while the request is on its way.
            budget.ReportBlock(new RateLimitBlock((HttpStatusCode)418, TimeSpan.FromMinutes(5)));
            HttpResponseMessage response = PrimaryHandlerStub.Json(HttpStatusCode.TooManyRequests, """{"code":-1003,"msg":"Too many requests."}""");
            response.Headers.TryAddWithoutValidation("Retry-After", $"{retryAfter}");
            return response;
        });
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(options => options.RequestBudget = budget), network, _venue.Time);

        var limit = await Assert.ThrowsAsync<BinanceRateLimitException>(() => client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(42), TestContext.Current.CancellationToken));

        Assert.Equal((retryAfter, TimeSpan.FromMinutes(5)), ((int?)limit.RetryAfter?.TotalSeconds, limit.BlockedFor));
        Assert.Contains("nothing is sent for another 300 s.", limit.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_1003_blocks_with_any_status()
    {
        _venue.Exchange.Faults.Next(Fault.Respond(400, """{"code":-1003,"msg":"Too many requests."}""", executed: false));
        _venue.Time.Advance(TimeSpan.FromSeconds(20));
        await AssertRateLimitedAsync();
        Assert.Equal(TimeSpan.FromSeconds(41), _venue.Client.RateLimits.BlockedFor);
    }

    [Fact]
    public async Task The_snapshot_contains_the_usage_of_error_responses_too()
    {
        Assert.Equal(new RateLimitSnapshot(), _venue.Client.RateLimits);

        await _venue.EnsureCanceledAsync(_venue.Account.Place());
        Assert.Equal(1, _venue.Client.RateLimits.UsedWeight1Minute);
        Assert.Equal(_venue.Time.GetUtcNow(), _venue.Client.RateLimits.ReportedAt);

        await Assert.ThrowsAsync<AlgoOrderNotFoundException>(() => _venue.Client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(42), TestContext.Current.CancellationToken));
        Assert.Equal(2, _venue.Client.RateLimits.UsedWeight1Minute);
    }

    [Fact]
    public async Task A_ban_does_not_block_another_client()
    {
        using var other = new TestVenue();
        _venue.Exchange.Faults.Next(Fault.Banned418(TimeSpan.FromMinutes(2)));
        await AssertRateLimitedAsync();
        Assert.True(_venue.Client.RateLimits.IsBanned);
        Assert.False(other.Client.RateLimits.IsBanned);
    }

    public void Dispose() => _venue.Dispose();

    private Task<BinanceRateLimitException> AssertRateLimitedAsync() => Assert.ThrowsAsync<BinanceRateLimitException>(
        () => _venue.Client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(42), TestContext.Current.CancellationToken));
}
