using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Telemetry;

[Collection(nameof(ListeningTests))]
public sealed class InstrumentTests : IDisposable
{
    private readonly ListenedVenue _venue = new();

    [Fact]
    public async Task The_duration_of_a_call_is_in_seconds_and_includes_pauses()
    {
        _venue.Exchange.Faults.Next(Fault.DelayBeforeResponding(TimeSpan.FromMilliseconds(400)));

        await _venue.EnsureCanceledAsync(_venue.Account.Place());

        ListenedVenue.Measurement duration = Assert.Single(_venue.Measurements("call.duration"));
        Assert.Equal((0.4, "ensure_canceled", "canceled", "hedge"), (duration.Value, duration.Tags["binance.operation"], duration.Tags["binance.outcome"], duration.Tags["binance.account"]));
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

        ListenedVenue.Measurement counted = Assert.Single(_venue.Measurements("call.outcomes"));
        Assert.Equal((1, "triggered"), (counted.Value, counted.Tags["binance.outcome"]));
    }

    [Fact]
    public async Task The_duration_of_every_request_is_measured_by_method_path_and_status()
    {
        _venue.Exchange.Faults.Next(Fault.HtmlBadGateway502(executed: true));

        await _venue.EnsureCanceledAsync(_venue.Account.Place());

        Assert.Equal(
            ["DELETE /fapi/v1/algoOrder 502 502", "GET /fapi/v1/algoOrder 200 "],
            _venue.Measurements("attempt.duration").Select(measurement =>
                $"{measurement.Tags["http.request.method"]} {measurement.Tags["url.path"]} {measurement.Tags["http.response.status_code"]} {measurement.Tags.GetValueOrDefault("error.type")}"));
    }

    [Fact]
    public async Task Errors_are_counted_by_their_code()
    {
        _venue.Exchange.Faults.Next(Fault.Throttled1008);

        await _venue.EnsureCanceledAsync(_venue.Account.Place());

        Assert.Equal("-1008", Assert.Single(_venue.Measurements("attempt.errors")).Tags["binance.error_code"]);
    }

    [Fact]
    public async Task A_code_outside_the_range_of_Binance_is_counted_as_other()
    {
        _venue.Exchange.Faults.Next(Fault.Respond(400, """{"code":-123456,"msg":"made up"}""", executed: false));

        await _venue.EnsureCanceledAsync(_venue.Account.Place());

        ListenedVenue.Measurement error = Assert.Single(_venue.Measurements("attempt.errors"));
        Assert.Equal(("other", "400"), (error.Tags["binance.error_code"], error.Tags["error.type"]));
    }

    [Fact]
    public async Task The_used_weight_is_reported_for_one_minute()
    {
        await _venue.EnsureCanceledAsync(_venue.Account.Place());
        double reported = Assert.Single(_venue.Measurements("weight.used")).Value;

        _venue.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, reported);
        Assert.Single(_venue.Measurements("weight.used"));
    }

    [Fact]
    public async Task The_clock_is_reported_after_it_was_synchronized()
    {
        _venue.Exchange.ClockSkew = TimeSpan.FromSeconds(3);
        Assert.Empty(_venue.Measurements("clock.offset"));

        await _venue.Time.RunAsync(_venue.Client.SynchronizeClockAsync(TestContext.Current.CancellationToken));

        Assert.Equal(3, Assert.Single(_venue.Measurements("clock.offset")).Value);
        Assert.Equal(0.001, _venue.Measurements("clock.error").First().Value);
    }

    [Fact]
    public async Task The_remaining_time_of_a_ban_is_reported()
    {
        Assert.Equal(0, _venue.Measurements("ban.remaining").Last().Value);
        _venue.Exchange.Faults.Next(Fault.Banned418(TimeSpan.FromMinutes(3)));
        await Assert.ThrowsAsync<BinanceRateLimitException>(() => _venue.EnsureCanceledAsync(_venue.Account.Place()));

        _venue.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(120, _venue.Measurements("ban.remaining").Last().Value);
    }

    public void Dispose() => _venue.Dispose();
}
