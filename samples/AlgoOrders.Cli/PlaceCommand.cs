using System.CommandLine;

namespace Binance.AlgoOrders.Samples;

/// <summary><c>place</c>: a command for every kind of order, each with just the options that it may have.</summary>
internal static class PlaceCommand
{
    public static Command Create() => new("place", "Places an order.")
    {
        OnMarket("stop-market", "A market order once the price has moved against the position.",
            (symbol, side, amount, trigger) => new NewAlgoOrder.StopMarket(symbol, side, amount, trigger)),
        OnMarket("take-profit-market", "A market order once the price has moved in favour of the position.",
            (symbol, side, amount, trigger) => new NewAlgoOrder.TakeProfitMarket(symbol, side, amount, trigger)),
        OnLimit("stop", "A limit order once the price has moved against the position.",
            (terms, quantity, trigger, price) => new NewAlgoOrder.Stop(terms.Symbol, terms.Side, quantity, trigger, price)),
        OnLimit("take-profit", "A limit order once the price has moved in favour of the position.",
            (terms, quantity, trigger, price) => new NewAlgoOrder.TakeProfit(terms.Symbol, terms.Side, quantity, trigger, price)),
        Trailing(),
    };

    private static Command OnMarket(string name, string description, Func<string, OrderSide, OrderAmount, decimal, NewAlgoOrder> make)
    {
        Option<decimal?> quantity = Options.Number("--quantity", "In units of the base asset.");
        var closePosition = new Option<bool>("--close-position") { Description = "The whole position, in place of a quantity." };
        Option<decimal?> trigger = TriggerPrice();
        return Kind(name, description, [quantity, closePosition, trigger], (parsed, terms) =>
        {
            OrderAmount amount = (parsed.GetValue(quantity), parsed.GetValue(closePosition)) switch
            {
                ({ } units, false) => OrderAmount.Of(units),
                (null, true) => OrderAmount.ClosePosition,
                _ => throw new BadInputException("Say how much: exactly one of --quantity N and --close-position."),
            };
            return make(terms.Symbol, terms.Side, amount, parsed.Required(trigger));
        });
    }

    private static Command OnLimit(string name, string description, Func<CommonTerms, decimal, decimal, LimitPrice, NewAlgoOrder> make)
    {
        Option<decimal?> quantity = Quantity();
        Option<decimal?> trigger = TriggerPrice();
        Option<decimal?> price = Options.Number("--price", "The limit order's price.", required: true);
        return Kind(name, description, [quantity, trigger, price], (parsed, terms) =>
            make(terms, parsed.Required(quantity), parsed.Required(trigger), LimitPrice.At(parsed.Required(price))));
    }

    private static Command Trailing()
    {
        Option<decimal?> quantity = Quantity();
        Option<decimal?> callbackRate = Options.Number("--callback-rate", "The distance in percent of the price, 0.1 to 20.", required: true);
        Option<decimal?> activatePrice = Options.Number("--activate-price", "The price from which it follows; without: the latest.");
        return Kind("trailing", "Follows the price at a distance; a market order once it turns back by that much.", [quantity, callbackRate, activatePrice], (parsed, terms) =>
            new NewAlgoOrder.TrailingStopMarket(terms.Symbol, terms.Side, parsed.Required(quantity), parsed.Required(callbackRate))
            {
                ActivatePrice = parsed.GetValue(activatePrice),
            });
    }

    private static Command Kind(string name, string description, IEnumerable<Option> own, Func<ParseResult, CommonTerms, NewAlgoOrder> make)
    {
        var common = new CommonOptions();
        var command = new Command(name, description);
        foreach (Option option in common.All.Concat(own))
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, stop) => Session.RunAsync(parsed, async session =>
        {
            CommonTerms terms = common.Read(parsed);
            NewAlgoOrder order = make(parsed, terms) with { Position = terms.Position, ClientAlgoId = terms.ClientAlgoId };
            OrderOutput.WriteOne(session, await session.Client.PlaceAsync(order, stop));
            return ExitCodes.Done;
        }));
        return command;
    }

    private static Option<decimal?> Quantity() => Options.Number("--quantity", "In units of the base asset.", required: true);

    private static Option<decimal?> TriggerPrice() => Options.Number("--trigger-price", "The price at which it triggers.", required: true);
}
