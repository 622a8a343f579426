using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing.Push;

public class ListenKeyTests
{
    private const string DoesNotExist = "This listenKey does not exist.";

    private readonly PushExchange _push = new();

    [Fact]
    public async Task A_key_is_started_without_a_signature()
    {
        SimulatedResponse response = await _push.SendKeyAsync("POST");

        Assert.Matches("""^\{"listenKey":"[A-Za-z0-9]{64}"\}$""", response.BodyText);
        Assert.Equal((SimulatedOperation.StartUserStream, 1), (_push.Test.LastRecord.Operation, _push.Exchange.UsedWeight));
    }

    [Fact]
    public async Task Without_an_API_key_no_key_is_started() =>
        TestExchange.AssertRejected(await _push.SendKeyAsync("POST", apiKey: null), 401, -2014, "API-key format invalid.");

    [Fact]
    public async Task With_an_unknown_API_key_no_key_is_started() => TestExchange.AssertRejected(
        await _push.SendKeyAsync("POST", apiKey: "another"), 401, -2015, "Invalid API-key, IP, or permissions for action.");

    [Fact]
    public async Task A_second_start_returns_the_same_key_and_extends_it()
    {
        string key = await _push.StartKeyAsync();
        _push.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(key, await _push.StartKeyAsync());
        _push.Clock.Advance(TimeSpan.FromMinutes(59));

        Assert.Equal(key, await _push.StartKeyAsync());
    }

    [Fact]
    public async Task After_an_hour_another_key_is_started()
    {
        string key = await _push.StartKeyAsync();
        _push.Clock.Advance(TimeSpan.FromMinutes(60));

        Assert.NotEqual(key, await _push.StartKeyAsync());
    }

    [Fact]
    public async Task An_extension_lasts_60_minutes()
    {
        string key = await _push.StartKeyAsync();
        _push.Clock.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal($$"""{"listenKey":"{{key}}"}""", (await _push.SendKeyAsync("PUT")).BodyText);
        _push.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(200, (await _push.SendKeyAsync("PUT", $"?listenKey={key}")).StatusCode);
        _push.Clock.Advance(TimeSpan.FromMinutes(60));
        TestExchange.AssertRejected(await _push.SendKeyAsync("PUT"), 400, -1125, DoesNotExist);
    }

    [Theory]
    [InlineData("PUT", "")]
    [InlineData("DELETE", "")]
    [InlineData("PUT", "?listenKey=another")]
    [InlineData("DELETE", "?listenKey=another")]
    public async Task An_unknown_key_is_rejected(string method, string query)
    {
        if (query.Length > 0)
        {
            await _push.StartKeyAsync();
        }

        TestExchange.AssertRejected(await _push.SendKeyAsync(method, query), 400, -1125, DoesNotExist);
    }

    [Fact]
    public async Task An_ended_key_exists_no_longer()
    {
        string key = await _push.StartKeyAsync();

        Assert.Equal("{}", (await _push.SendKeyAsync("DELETE")).BodyText);
        TestExchange.AssertRejected(await _push.SendKeyAsync("PUT"), 400, -1125, DoesNotExist);
        Assert.NotEqual(key, await _push.StartKeyAsync());
    }

    [Fact]
    public async Task COIN_margined_futures_have_no_listen_keys() =>
        Assert.Equal(404, (await _push.Test.SendRawAsync("POST", "/dapi/v1/listenKey")).StatusCode);
}
