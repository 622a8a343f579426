using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class SimulatedAccountTests
{
    private readonly SimulatedExchange _exchange = new(new ManualTimeProvider());

    [Fact]
    public void Generated_credentials_have_Binances_format()
    {
        SimulatedAccount account = _exchange.AddAccount();

        Assert.Matches("^[A-Za-z0-9]{64}$", account.ApiKey);
        Assert.Matches("^[A-Za-z0-9]{64}$", account.SecretKey);
        Assert.NotEqual(account.ApiKey, account.SecretKey);
    }

    [Fact]
    public void Two_accounts_have_different_credentials() => Assert.NotEqual(_exchange.AddAccount().ApiKey, _exchange.AddAccount().ApiKey);

    [Fact]
    public void The_same_seed_generates_the_same_credentials_and_ids()
    {
        var again = new SimulatedExchange(new ManualTimeProvider());
        SimulatedAccount first = _exchange.AddAccount();
        SimulatedAccount second = again.AddAccount();

        Assert.Equal((first.ApiKey, first.SecretKey, first.Place().ToString()), (second.ApiKey, second.SecretKey, second.Place().ToString()));
    }

    [Fact]
    public void Another_seed_generates_other_credentials()
    {
        var other = new SimulatedExchange(new ManualTimeProvider(), new SimulatedExchangeOptions { Seed = 2 });

        Assert.NotEqual(_exchange.AddAccount().ApiKey, other.AddAccount().ApiKey);
    }

    [Fact]
    public void A_key_belongs_to_one_account()
    {
        _exchange.AddAccount("key", "secret");

        Assert.Throws<ArgumentException>(() => _exchange.AddAccount("key", "another secret"));
    }

    [Fact]
    public void ToString_contains_neither_key_nor_secret()
    {
        string text = _exchange.AddAccount("the-key", "the-secret").ToString();

        Assert.DoesNotContain("the-", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Algo_ids_have_the_size_of_live_ones_and_increase()
    {
        SimulatedAccount account = _exchange.AddAccount();
        long first = account.Place().AlgoId;
        long second = account.Place().AlgoId;

        Assert.InRange(first, 2_000_000_000_000_000, 3_000_000_000_000_000);
        Assert.True(second > first);
    }

    [Fact]
    public void A_client_id_has_Binances_format_if_none_is_given() =>
        Assert.Matches("^[A-Za-z0-9]{22}$", _exchange.AddAccount().Place().ClientAlgoId);

    [Fact]
    public void A_client_id_is_unique_among_open_orders()
    {
        SimulatedAccount account = _exchange.AddAccount();
        account.Place(clientAlgoId: "mine");

        Assert.Throws<InvalidOperationException>(() => account.Place(clientAlgoId: "mine"));
    }

    [Fact]
    public void A_client_id_is_free_again_once_its_order_has_ended()
    {
        SimulatedAccount account = _exchange.AddAccount();
        account.Place(clientAlgoId: "mine").Cancel();
        SimulatedOrder second = account.Place(clientAlgoId: "mine");

        Assert.Same(second, account.FindOrder("mine"));
    }

    [Fact]
    public void Two_accounts_may_use_the_same_client_id()
    {
        SimulatedOrder first = _exchange.AddAccount().Place(clientAlgoId: "mine");
        SimulatedOrder second = _exchange.AddAccount().Place(clientAlgoId: "mine");

        Assert.NotEqual(first.AlgoId, second.AlgoId);
    }

    [Fact]
    public void An_empty_client_id_is_rejected() => Assert.Throws<ArgumentException>(() => _exchange.AddAccount().Place(clientAlgoId: ""));

    [Fact]
    public void An_account_does_not_find_the_orders_of_another_one()
    {
        SimulatedOrder order = _exchange.AddAccount().Place();
        SimulatedAccount other = _exchange.AddAccount();

        Assert.Equal((null, null), (other.FindOrder(order.AlgoId), other.FindOrder(order.ClientAlgoId)));
    }

    [Fact]
    public void A_live_order_is_one_that_can_still_lead_to_a_trade()
    {
        SimulatedAccount account = _exchange.AddAccount();
        SimulatedOrder resting = account.Place();
        SimulatedOrder triggering = account.Place();
        triggering.BeginTrigger();
        account.Place().Trigger();
        account.Place().Cancel();

        Assert.Equal([resting, triggering], account.LiveOrders);
    }

    [Fact]
    public void An_order_can_be_older_than_now()
    {
        DateTimeOffset lastWeek = _exchange.Now - TimeSpan.FromDays(7);

        Assert.Equal(lastWeek, _exchange.AddAccount().Place(createdAt: lastWeek).CreatedAt);
    }
}
