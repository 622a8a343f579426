using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

/// <summary>The rules that depend on the account that places the order.</summary>
public class PlaceAccountRuleTests
{
    private readonly TestExchange _test = new();

    [Theory]
    [InlineData(false, "positionSide=LONG")]
    [InlineData(false, "positionSide=SHORT")]
    [InlineData(true, "")]
    [InlineData(true, "positionSide=BOTH")]
    public async Task A_position_side_of_the_other_mode_is_rejected(bool isHedgeMode, string changes)
    {
        _test.Account.IsHedgeMode = isHedgeMode;

        SimulatedResponse response = await _test.PlaceAsync(changes);

        TestExchange.AssertRejected(response, 400, -4061, "Order's position side does not match user's setting.");
    }

    [Theory]
    [InlineData("side=SELL&positionSide=LONG", null)]
    [InlineData("side=BUY&positionSide=SHORT", null)]
    [InlineData("side=BUY&positionSide=LONG", null)]
    [InlineData("positionSide=LONG&reduceOnly=false", -4062)]
    [InlineData("side=SELL&positionSide=LONG&-quantity&closePosition=true", null)]
    [InlineData("side=BUY&positionSide=SHORT&-quantity&closePosition=true", null)]
    [InlineData("side=BUY&positionSide=LONG&-quantity&closePosition=true", -1128)]
    [InlineData("side=SELL&positionSide=SHORT&-quantity&closePosition=true", -1128)]
    public async Task In_hedge_mode_side_and_position_determine_the_closed_position(string changes, int? errorCode)
    {
        _test.Account.IsHedgeMode = true;

        await _test.PlaceAsync(changes);

        Assert.Equal(errorCode, _test.LastRecord.ErrorCode);
    }

    [Theory]
    [InlineData(SimulatedOrderStatus.New, -4116)]
    [InlineData(SimulatedOrderStatus.Triggering, -4116)]
    [InlineData(SimulatedOrderStatus.Triggered, null)]
    [InlineData(SimulatedOrderStatus.Canceled, null)]
    [InlineData(SimulatedOrderStatus.Expired, null)]
    public async Task An_id_is_unique_among_open_orders(SimulatedOrderStatus status, int? errorCode)
    {
        SimulatedOrder first = Orders.In(status, _test.Account);

        await _test.PlaceAsync($"clientAlgoId={first.ClientAlgoId}");

        Assert.Equal(errorCode, _test.LastRecord.ErrorCode);
    }

    [Fact]
    public async Task The_id_of_an_order_that_is_not_visible_yet_is_in_use()
    {
        _test.Account.Place(clientAlgoId: "mine", invisibleFor: TimeSpan.FromSeconds(1));

        await _test.PlaceAsync("clientAlgoId=mine");

        Assert.Equal(-4116, _test.LastRecord.ErrorCode);
    }

    [Fact]
    public async Task An_account_has_at_most_200_open_orders()
    {
        PlaceInAnotherProgram(200);

        SimulatedResponse response = await _test.PlaceAsync();

        TestExchange.AssertRejected(response, 400, -4045, "Reach max stop order limit.");
    }

    [Fact]
    public async Task Once_one_of_200_has_ended_another_can_be_placed()
    {
        PlaceInAnotherProgram(200);
        _test.Account.Orders[7].Cancel();

        Assert.Equal(200, (await _test.PlaceAsync()).StatusCode);
    }

    [Fact]
    public async Task Another_accounts_orders_do_not_count()
    {
        SimulatedAccount other = _test.Exchange.AddAccount();
        for (int i = 0; i < 200; i++)
        {
            other.Place();
        }

        Assert.Equal(200, (await _test.PlaceAsync()).StatusCode);
    }

    [Theory]
    [InlineData("", -4130)]
    [InlineData("symbol=ETHUSDT", null)]
    [InlineData("side=BUY", null)]
    [InlineData("type=TAKE_PROFIT_MARKET", null)]
    public async Task An_account_has_at_most_one_open_order_of_a_kind_and_direction_that_closes_the_position(string changes, int? errorCode)
    {
        await _test.PlaceAsync("-quantity&closePosition=true");

        await _test.PlaceAsync($"-quantity&closePosition=true&{changes}");

        Assert.Equal(errorCode, _test.LastRecord.ErrorCode);
    }

    [Fact]
    public async Task An_order_with_a_quantity_is_accepted_beside_one_that_closes_the_position()
    {
        await _test.PlaceAsync("-quantity&closePosition=true");

        await _test.PlaceAsync();

        Assert.Null(_test.LastRecord.ErrorCode);
    }

    [Fact]
    public async Task Once_an_order_that_closes_the_position_has_ended_another_can_be_placed()
    {
        await _test.PlaceAsync("-quantity&closePosition=true");
        _test.Account.Orders[0].Cancel();

        Assert.Equal(200, (await _test.PlaceAsync("-quantity&closePosition=true")).StatusCode);
    }

    private void PlaceInAnotherProgram(int count)
    {
        for (int i = 0; i < count; i++)
        {
            _test.Account.Place();
        }
    }
}
