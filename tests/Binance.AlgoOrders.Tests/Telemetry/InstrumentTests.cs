using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Telemetry;

[Collection(nameof(ListeningTests))]
public sealed class InstrumentTests : IDisposable
{
    private readonly ListenedVenue _venue = new();

    [Fact]
    public async Task The_duration_of_a_call_is_in_seconds_pauses_included()
    {
        _venue.Exchange.Faults.Next(Fault.DelayBeforeAnswering(TimeSpan.FromMilliseconds(1500)));

        await _venue.EnsureCanceledAsync(_venue.Account.Place());

        ListenedVenue.Measured duration = Assert.Single(_venue.Measurements("call.duration"));
        Assert.Equal((1.5, "ensure_canceled", "canceled", "hedge"), (duration.Value, duration.Tags["binance.operation"], duration.Tags["binance.outcome"], duration.Tags["binance.account"]));
    }

    [Fact]
    public async Task The_attempts_of_a_call_are_counted()
    {
        _venue.Exchange.Faults.Next(Fault.ExecuteThenDrop);

        await _venue.EnsureCanceledAsync(_venue.Account.Place());

        Assert.Equal(2, Assert.Single(_venue.Measurements("call.attempts")).Value);
    }

    [Fact]
    public async Task Calls_are_counted_by_their_outcome()
    {
        SimulatedOrder stop = _venue.Account.Place();
        stop.Trigger();

        await _venue.EnsureCanceledAsync(stop);

        ListenedVenue.Measured counted = Assert.Single(_venue.Measurements("call.outcomes"));
        Assert.Equal((1, "triggered"), (counted.Value, counted.Tags["binance.outcome"]));
    }

    [Fact]
    public async Task Every_request_has_a_duration_of_its_own_by_method_path_and_status()
    {
        _venue.Exchange.Faults.Next(Fault.HtmlBadGateway502(executed: true));

        await _venue.EnsureCanceledAsync(_venue.Account.Place());

        Assert.Equal(
            ["DELETE /fapi/v1/algoOrder 502 502", "GET /fapi/v1/algoOrder 200 "],
            _venue.Measurements("attempt.duration").Select(measured =>
                $"{measured.Tags["http.request.method"]} {measured.Tags["url.path"]} {measured.Tags["http.response.status_code"]} {measured.Tags.GetValueOrDefault("error.type")}"));
    }

    [Fact]
    public async Task Errors_are_counted_by_the_code_of_Binance()
    {
        _venue.Exchange.Faults.Next(Fault.Throttled1008);

        await _venue.EnsureCanceledAsync(_venue.Account.Place());

        Assert.Equal("-1008", Assert.Single(_venue.Measurements("attempt.errors")).Tags["binance.error_code"]);
    }

    [Fact]
    public async Task A_code_that_no_exchange_would_send_does_not_make_a_series_of_its_own()
    {
        _venue.Exchange.Faults.Next(Fault.Answer(400, """{"code":-123456,"msg":"made up"}""", executed: false));

        await Assert.ThrowsAsync<BinanceApiException>(() => _venue.EnsureCanceledAsync(_venue.Account.Place()));

        ListenedVenue.Measured error = Assert.Single(_venue.Measurements("attempt.errors"));
        Assert.Equal(("other", "400"), (error.Tags["binance.error_code"], error.Tags["error.type"]));
    }

    [Fact]
    public async Task The_used_weight_is_shown_for_the_minute_that_it_speaks_of()
    {
        await _venue.EnsureCanceledAsync(_venue.Account.Place());
        double shown = Assert.Single(_venue.Measurements("weight.used")).Value;

        _venue.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, shown);
        Assert.Single(_venue.Measurements("weight.used"));
    }

    [Fact]
    public async Task The_clock_is_shown_once_it_has_been_set()
    {
        _venue.Exchange.ClockSkew = TimeSpan.FromSeconds(3);
        Assert.Empty(_venue.Measurements("clock.offset"));

        await _venue.Time.RunAsync(_venue.Client.SynchronizeClockAsync(TestContext.Current.CancellationToken));

        Assert.Equal(3, Assert.Single(_venue.Measurements("clock.offset")).Value);
        Assert.Equal(0.001, _venue.Measurements("clock.error").First().Value);
    }

    [Fact]
    public async Task A_ban_is_shown_by_the_time_that_is_left_of_it()
    {
        Assert.Equal(0, _venue.Measurements("ban.remaining").Last().Value);
        _venue.Exchange.Faults.Next(Fault.Banned418(TimeSpan.FromMinutes(3)));
        await Assert.ThrowsAsync<BinanceRateLimitException>(() => _venue.EnsureCanceledAsync(_venue.Account.Place()));

        _venue.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(120, _venue.Measurements("ban.remaining").Last().Value);
    }

    public void Dispose() => _venue.Dispose();
}
