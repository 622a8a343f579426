using System.CommandLine;

namespace Binance.AlgoOrders.Samples;

/// <summary>The options that every kind of new order has.</summary>
internal sealed class CommonOptions
{
    private readonly Option<string?> _symbol = Options.Symbol("The contract, such as BTCUSDT.", required: true);
    private readonly Option<string> _side = new("--side") { Description = "The side: buy or sell.", Required = true };
    private readonly Option<string?> _position = new("--position") { Description = "In hedge mode: the position that the order belongs to." };
    private readonly Option<bool> _reduceOnly = new("--reduce-only") { Description = "In one-way mode: the order can only reduce the position." };
    private readonly Option<string?> _clientAlgoId = new("--client-algo-id") { Description = "Your own id of the order." };

    public CommonOptions()
    {
        _side.AcceptOnlyFromAmong("buy", "sell");
        _position.AcceptOnlyFromAmong("long", "short");
    }

    public IEnumerable<Option> All => [_symbol, _side, _position, _reduceOnly, _clientAlgoId];

    public CommonTerms Read(ParseResult parsed)
    {
        OrderPosition position = (parsed.GetValue(_position), parsed.GetValue(_reduceOnly)) switch
        {
            (null, var reduceOnly) => OrderPosition.OneWay(reduceOnly),
            ("long", false) => OrderPosition.Long,
            ("short", false) => OrderPosition.Short,
            _ => throw new BadInputException("--reduce-only must not be combined with --position: it belongs to one-way mode."),
        };
        OrderSide side = parsed.GetValue(_side) == "buy" ? OrderSide.Buy : OrderSide.Sell;
        return new CommonTerms(parsed.GetValue(_symbol)!, side, position, parsed.GetValue(_clientAlgoId));
    }
}
