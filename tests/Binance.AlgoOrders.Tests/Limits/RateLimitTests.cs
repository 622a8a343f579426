using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Limits;

public sealed class RateLimitTests : IDisposable
{
    private readonly TestVenue _venue = new();

    public static TheoryData<RetryAfterForm, bool> Forms => new()
    {
        { RetryAfterForm.Seconds, false },
        { RetryAfterForm.HttpDate, false },
        { RetryAfterForm.Seconds, true },
        { RetryAfterForm.HttpDate, true },
        { RetryAfterForm.None, true },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Until_the_time_that_Binance_named_nothing_is_sent_by_any_call_and_then_the_cancel_goes_out(RetryAfterForm form, bool isBan)
    {
        SimulatedOrder stop = _venue.Account.Place();
        TimeSpan wait = TimeSpan.FromSeconds(4);
        _venue.Exchange.Faults.Next(isBan ? Fault.Banned418(wait, form) : Fault.TooManyRequests429(wait, form));

        Task<CancelAlgoOrderOutcome> first = _venue.Client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(stop.AlgoId), TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<BinanceRateLimitException>(
            () => _venue.Client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(stop.AlgoId), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<BinanceRateLimitException>(() => _venue.Client.FindAsync(AlgoOrderId.FromAlgoId(stop.AlgoId), TestContext.Current.CancellationToken));
        CancelAlgoOrderOutcome outcome = await _venue.Time.RunAsync(first);

        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome);
        Assert.Equal(isBan, refused.IsBanned);
        Assert.Equal(ExecutionStatus.NotExecuted, refused.Execution);
        Assert.InRange(refused.RetryAfter!.Value, wait, wait + TimeSpan.FromSeconds(1));
        Assert.Equal(0, _venue.Exchange.RequestsDuringBan);
        Assert.Equal(2, _venue.Exchange.Journal.Count);
    }

    [Fact]
    public async Task A_ban_beyond_the_deadline_fails_at_once_and_nothing_more_is_sent()
    {
        SimulatedOrder stop = _venue.Account.Place();
        DateTimeOffset start = _venue.Time.GetUtcNow();
        _venue.Exchange.Faults.Next(Fault.Banned418(TimeSpan.FromMinutes(2)));

        var exception = await Assert.ThrowsAsync<BinanceRateLimitException>(() => _venue.EnsureCanceledAsync(stop));

        Assert.Equal(ExecutionStatus.NotExecuted, exception.Execution);
        Assert.Equal(start, _venue.Time.GetUtcNow());
        Assert.Single(_venue.Exchange.Journal);
    }

    [Fact]
    public async Task A_ban_after_an_attempt_in_doubt_is_unknown_and_not_refused()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.Next(Fault.ExecuteThenDrop, Fault.Banned418(TimeSpan.FromMinutes(2)));

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        var exception = Assert.IsType<BinanceRateLimitException>(Assert.IsType<CancelAlgoOrderOutcome.Unknown>(outcome).LastError);
        Assert.Equal(ExecutionStatus.Unknown, exception.Execution);
    }

    [Fact]
    public async Task An_attempt_that_a_ban_kept_back_is_told_among_the_attempts()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.Next(Fault.Banned418(TimeSpan.FromSeconds(4)));
        await RefusedAsync();

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        Assert.Equal([CancelAttemptResult.NotExecuted, CancelAttemptResult.Answered], outcome.Attempts.Select(attempt => attempt.Result));
        Assert.Equal(TimeSpan.Zero, outcome.Attempts[0].Duration);
    }

    [Fact]
    public async Task A_limit_without_a_time_blocks_for_a_minute_and_a_ban_for_two()
    {
        _venue.Exchange.Faults.Next(Fault.Answer(429, """{"code":-1003,"msg":"Too many requests."}""", executed: false));
        Assert.Equal(TimeSpan.FromMinutes(1), (await RefusedAsync()).RetryAfter);
        _venue.Time.Advance(TimeSpan.FromMinutes(1));
        _venue.Exchange.Faults.Next(Fault.Answer(418, """{"code":-1003,"msg":"Way too many requests; IP banned until 99999999999999999999."}""", executed: false));
        Assert.Equal(TimeSpan.FromMinutes(2), (await RefusedAsync()).RetryAfter);
    }

    [Fact]
    public async Task The_code_1003_blocks_whatever_the_status()
    {
        _venue.Exchange.Faults.Next(Fault.Answer(400, """{"code":-1003,"msg":"Too many requests."}""", executed: false));
        await RefusedAsync();
        Assert.Equal(TimeSpan.FromMinutes(1), _venue.Client.RateLimits.BlockedFor);
    }

    [Fact]
    public async Task What_Binance_reported_is_shown_of_error_answers_too()
    {
        Assert.Equal(new RateLimitSnapshot(), _venue.Client.RateLimits);

        await _venue.EnsureCanceledAsync(_venue.Account.Place());
        Assert.Equal(1, _venue.Client.RateLimits.UsedWeight1Minute);
        Assert.Equal(_venue.Time.GetUtcNow(), _venue.Client.RateLimits.ReportedAt);

        await Assert.ThrowsAsync<AlgoOrderNotFoundException>(() => _venue.Client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(42), TestContext.Current.CancellationToken));
        Assert.Equal(2, _venue.Client.RateLimits.UsedWeight1Minute);
    }

    [Fact]
    public async Task Two_clients_share_no_ban()
    {
        using var other = new TestVenue();
        _venue.Exchange.Faults.Next(Fault.Banned418(TimeSpan.FromMinutes(2)));
        await RefusedAsync();
        Assert.True(_venue.Client.RateLimits.IsBanned);
        Assert.False(other.Client.RateLimits.IsBanned);
    }

    public void Dispose() => _venue.Dispose();

    private Task<BinanceRateLimitException> RefusedAsync() => Assert.ThrowsAsync<BinanceRateLimitException>(
        () => _venue.Client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(42), TestContext.Current.CancellationToken));
}
