using System.Text.Json;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing.Push;

/// <summary>The events that an account keeps for a test.</summary>
public class PushedEventTests
{
    private readonly PushExchange _push = new();

    [Fact]
    public void Events_are_recorded_without_a_connection()
    {
        _push.Account.Place(triggerPrice: 50_000m);

        _push.Exchange.SetPrice("BTCUSDT", 49_900m);

        Assert.Equal(
            [
                "1 ALGO_UPDATE", "2 ALGO_UPDATE", "3 ORDER_TRADE_UPDATE", "4 ORDER_TRADE_UPDATE", "5 ACCOUNT_UPDATE", "6 ALGO_UPDATE", "7 ALGO_UPDATE",
            ],
            _push.Account.PushedEvents.Select(static pushed => $"{pushed.Number} {pushed.Name}"));
    }

    [Fact]
    public async Task A_recorded_event_is_the_one_that_a_connection_delivers()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync();
        _push.Clock.Advance(TimeSpan.FromSeconds(1));

        _push.Account.Place();

        RecordedEvent recorded = Assert.Single(_push.Account.PushedEvents);
        Assert.Equal(Assert.Single(PushExchange.Texts(socket)), recorded.Json);
        using JsonDocument json = JsonDocument.Parse(recorded.Json);
        Assert.Equal(recorded.PushedAt.ToUnixTimeMilliseconds(), json.RootElement.GetProperty("E").GetInt64());
        Assert.Equal(recorded.Name, json.RootElement.GetProperty("e").GetString());
        Assert.Equal(_push.Exchange.Now, recorded.PushedAt);
    }

    [Fact]
    public async Task An_event_that_a_fault_loses_is_recorded()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync();
        _push.Exchange.PushFaults.LoseNext();

        _push.Account.Place();

        Assert.Empty(PushExchange.Texts(socket));
        Assert.Single(_push.Account.PushedEvents);
    }

    [Fact]
    public async Task The_expiry_of_a_listen_key_is_recorded()
    {
        string key = await _push.StartKeyAsync();

        _push.Clock.Advance(TimeSpan.FromMinutes(60));

        RecordedEvent expired = Assert.Single(_push.Account.PushedEvents);
        Assert.Equal("listenKeyExpired", expired.Name);
        Assert.Contains(key, expired.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Events_belong_to_one_account_and_one_market()
    {
        SimulatedAccount other = _push.Exchange.AddAccount();

        _push.Account.Place(new SimulatedOrderTerms { Market = SimulatedMarket.CoinMargined });
        other.Place();

        Assert.Empty(_push.Account.PushedEvents);
        Assert.Single(other.PushedEvents);
    }

    [Fact]
    public void The_newest_ten_thousand_events_of_the_exchange_are_kept()
    {
        SimulatedAccount other = _push.Exchange.AddAccount();
        for (int i = 0; i < 5005; i++)
        {
            _push.Account.Place();
            other.Place();
        }

        Assert.Equal(Enumerable.Range(6, 5000), _push.Account.PushedEvents.Select(static pushed => pushed.Number));
    }
}
