using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.CancelMany;

/// <summary>A bulk operation does not wait for what cannot begin in time, and does not repeat an error that concerns every request.</summary>
public sealed class CancelManyStopTests : IDisposable
{
    private const string RejectedKey = """{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}""";

    private readonly TestVenue _venue = new();

    // A bulk begins a moment after the minute does.
    public CancelManyStopTests() => _venue.Time.Advance(TimeSpan.FromSeconds(1));

    public static TheoryData<int, string> PermanentErrors => new()
    {
        { 401, RejectedKey },
        { 401, """{"code":-2014,"msg":"API-key format invalid."}""" },
        { 400, """{"code":-1022,"msg":"Signature for this request is not valid."}""" },
        { 401, """{"code":-1002,"msg":"You are not authorized to execute this request."}""" },
        { 400, """{"code":-2017,"msg":"API Keys are locked on this account."}""" },
        { 451, """{"code":0,"msg":"Service unavailable from a restricted location."}""" },
        { 404, "<html><head><title>404 Not Found</title></head></html>" },
    };

    [Theory]
    [InlineData(2 * 24 * 60, null)]
    [InlineData(2, null)]
    [InlineData(2 * 24 * 60, 600)]
    public async Task A_ban_that_outlasts_the_time_of_an_order_is_the_error_of_each_at_once(int banMinutes, int? timeoutSeconds)
    {
        SimulatedOrder[] stops = _venue.Account.PlaceMany(20);
        await BanAsync(TimeSpan.FromMinutes(banMinutes));
        DateTimeOffset start = _venue.Time.GetUtcNow();
        var options = new CancelManyOptions { Timeout = timeoutSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null };

        List<CancelManyResult> results = await _venue.CancelManyAsync(stops.Select(stop => stop.Id()), options);

        Assert.Equal(stops.Select(stop => stop.Id()), results.Select(result => result.Id));
        Assert.All(results, result =>
        {
            BinanceRateLimitException error = Assert.IsType<BinanceRateLimitException>(result.Error);
            Assert.Equal((true, TimeSpan.FromMinutes(banMinutes), ExecutionStatus.NotExecuted), (error.IsBanned, error.BlockedFor, error.Execution));
        });
        Assert.Equal((start, 0), (_venue.Time.GetUtcNow(), _venue.Cancels.Count));
    }

    [Theory]
    [InlineData(120, 150)]
    [InlineData(150, 600)]
    public async Task A_bulk_waits_for_a_ban_that_ends_within_the_time_of_an_order(int banSeconds, int timeoutSeconds)
    {
        SimulatedOrder[] stops = _venue.Account.PlaceMany(3);
        await BanAsync(TimeSpan.FromSeconds(banSeconds));

        List<CancelManyResult> results = await _venue.CancelManyAsync(
            stops.Select(stop => stop.Id()), new CancelManyOptions { Timeout = TimeSpan.FromSeconds(timeoutSeconds) });

        Assert.Equal(stops.Length, results.Count);
        Assert.All(results, result => Assert.Single(Assert.IsType<CancelAlgoOrderOutcome.Canceled>(result.Outcome).Attempts));
    }

    [Theory]
    [InlineData(45)]
    [InlineData(60)]
    public async Task A_bulk_waits_for_the_end_of_a_limit_of_a_minute(int seconds)
    {
        SimulatedOrder[] stops = _venue.Account.PlaceMany(3);
        _venue.Exchange.Faults.Next(Fault.TooManyRequests429(TimeSpan.FromSeconds(seconds)));
        await Assert.ThrowsAsync<BinanceRateLimitException>(() => _venue.Client.FindAsync(stops[0].Id(), TestContext.Current.CancellationToken));

        List<CancelManyResult> results = await _venue.CancelManyAsync(stops.Select(stop => stop.Id()));

        Assert.All(results, result => Assert.IsType<CancelAlgoOrderOutcome.Canceled>(result.Outcome));
    }

    [Fact]
    public async Task A_ban_in_the_middle_ends_the_sending()
    {
        SimulatedOrder[] stops = _venue.Account.PlaceMany(1_000);
        _venue.Exchange.Faults.Where(_ => _venue.Cancels.Count == 100).Next(Fault.Banned418(TimeSpan.FromDays(2)));
        DateTimeOffset start = _venue.Time.GetUtcNow();

        List<CancelManyResult> results = await _venue.CancelManyAsync(stops.Select(stop => stop.Id()));

        Assert.Equal((100, 900), (results.Count(result => result.IsInactive), results.Count(result => result.Error is BinanceRateLimitException { IsBanned: true })));
        Assert.Equal((start, 101, 0), (_venue.Time.GetUtcNow(), _venue.Cancels.Count, _venue.Exchange.RequestsDuringBan));
    }

    [Theory]
    [MemberData(nameof(PermanentErrors))]
    public async Task An_error_that_concerns_every_request_ends_the_sending_and_is_the_cause_of_every_other_error(int status, string body)
    {
        SimulatedOrder[] stops = _venue.Account.PlaceMany(5_000);
        _venue.Exchange.Faults.Next(100_000, Fault.Respond(status, body, executed: false));

        List<CancelManyResult> results = await _venue.CancelManyAsync(stops.Select(stop => stop.Id()));

        Assert.Equal(stops.Select(stop => stop.Id()), results.Select(result => result.Id));
        BinanceApiException first = Assert.IsType<BinanceApiException>(results[0].Error);
        Assert.Equal(status, (int)first.StatusCode);
        Assert.All(results.Skip(1), result =>
        {
            AlgoOrderTransportException error = Assert.IsType<AlgoOrderTransportException>(result.Error);
            Assert.Equal((ExecutionStatus.NotExecuted, result.Id), (error.Execution, AlgoOrderId.FromAlgoId(error.AlgoId!.Value)));
            Assert.Same(first, error.InnerException);
            Assert.StartsWith("The cancel was not sent, because", error.Message, StringComparison.Ordinal);
            Assert.Contains(first.Message, error.Message, StringComparison.Ordinal);
        });
        Assert.Single(_venue.Exchange.Requests);
    }

    [Fact]
    public async Task A_key_that_is_revoked_in_the_middle_ends_the_sending()
    {
        SimulatedOrder[] stops = _venue.Account.PlaceMany(500);
        var options = new CancelManyOptions
        {
            MaxConcurrency = 4,
            Progress = new ImmediateProgress(progress =>
            {
                if (progress.Completed == 50)
                {
                    _venue.Account.RevokeKey(_venue.Account.ApiKey);
                }
            }),
        };
        _venue.Exchange.Faults.Next(100_000, Fault.DelayBeforeResponding(TimeSpan.FromMilliseconds(10)));

        List<CancelManyResult> results = await _venue.CancelManyAsync(stops.Select(stop => stop.Id()), options);

        Assert.Equal(500, results.Count);
        Assert.Equal(500 - results.Count(result => result.IsInactive), results.Count(result => result.Error is not null));
        Assert.InRange(_venue.Cancels.Count, 50, 50 + (2 * options.MaxConcurrency));
    }

    [Theory]
    [InlineData(400, """{"code":-1102,"msg":"Param 'algoid' or 'clientalgoid' must be sent, but both were empty/null!"}""")]
    [InlineData(400, """{"code":-1100,"msg":"Illegal characters found in parameter 'clientalgoid'."}""")]
    [InlineData(400, """{"code":-1121,"msg":"Invalid symbol."}""")]
    public async Task An_error_of_one_order_does_not_end_the_sending(int status, string body)
    {
        SimulatedOrder[] stops = _venue.Account.PlaceMany(3);
        _venue.Exchange.Faults.Next(Fault.Respond(status, body, executed: false));

        List<CancelManyResult> results = await _venue.CancelManyAsync(stops.Select(stop => stop.Id()));

        Assert.IsType<BinanceApiException>(results[0].Error);
        Assert.All(results.Skip(1), result => Assert.IsType<CancelAlgoOrderOutcome.Canceled>(result.Outcome));
    }

    public void Dispose() => _venue.Dispose();

    private async Task BanAsync(TimeSpan duration)
    {
        _venue.Exchange.Faults.Next(Fault.Banned418(duration));
        await Assert.ThrowsAsync<BinanceRateLimitException>(() => _venue.Client.FindAsync(AlgoOrderId.FromAlgoId(1), TestContext.Current.CancellationToken));
    }
}
