using System.CommandLine;

namespace Binance.AlgoOrders.Samples;

/// <summary><c>place</c>: a subcommand for every kind of order, with exactly the options of that kind.</summary>
internal static class PlaceCommand
{
    public static Command Create() => new("place", "Places an order.")
    {
        OnMarket("stop-market", "A market order once the price moves against the position.",
            (symbol, side, amount, trigger) => new NewAlgoOrder.StopMarket(symbol, side, amount, trigger)),
        OnMarket("take-profit-market", "A market order once the price moves in favour of the position.",
            (symbol, side, amount, trigger) => new NewAlgoOrder.TakeProfitMarket(symbol, side, amount, trigger)),
        OnLimit("stop", "A limit order once the price moves against the position.",
            (terms, quantity, trigger, price) => new NewAlgoOrder.Stop(terms.Symbol, terms.Side, quantity, trigger, price)),
        OnLimit("take-profit", "A limit order once the price moves in favour of the position.",
            (terms, quantity, trigger, price) => new NewAlgoOrder.TakeProfit(terms.Symbol, terms.Side, quantity, trigger, price)),
        Trailing(),
    };

    private static Command OnMarket(string name, string description, Func<string, OrderSide, OrderAmount, decimal, NewAlgoOrder> create)
    {
        Option<decimal?> quantity = Options.Number("--quantity", "The quantity in units of the base asset.");
        var closePosition = new Option<bool>("--close-position") { Description = "Close the whole position instead of trading a quantity." };
        Option<decimal?> trigger = TriggerPrice();
        return Kind(name, description, [quantity, closePosition, trigger], (parsed, terms) =>
        {
            OrderAmount amount = (parsed.GetValue(quantity), parsed.GetValue(closePosition)) switch
            {
                ({ } units, false) => OrderAmount.Of(units),
                (null, true) => OrderAmount.ClosePosition,
                _ => throw new BadInputException("Give exactly one of --quantity N and --close-position."),
            };
            return create(terms.Symbol, terms.Side, amount, parsed.Required(trigger));
        });
    }

    private static Command OnLimit(string name, string description, Func<CommonTerms, decimal, decimal, LimitPrice, NewAlgoOrder> create)
    {
        Option<decimal?> quantity = Quantity();
        Option<decimal?> trigger = TriggerPrice();
        Option<decimal?> price = Options.Number("--price", "The limit order's price.", required: true);
        return Kind(name, description, [quantity, trigger, price], (parsed, terms) =>
            create(terms, parsed.Required(quantity), parsed.Required(trigger), LimitPrice.At(parsed.Required(price))));
    }

    private static Command Trailing()
    {
        Option<decimal?> quantity = Quantity();
        Option<decimal?> callbackRate = Options.Number("--callback-rate", "The distance in percent of the price, 0.1 to 20.", required: true);
        Option<decimal?> activatePrice = Options.Number("--activate-price", "The price at which the trailing starts (default: the latest price).");
        return Kind("trailing", "A market order once the price turns back by the callback rate.", [quantity, callbackRate, activatePrice], (parsed, terms) =>
            new NewAlgoOrder.TrailingStopMarket(terms.Symbol, terms.Side, parsed.Required(quantity), parsed.Required(callbackRate))
            {
                ActivatePrice = parsed.GetValue(activatePrice),
            });
    }

    private static Command Kind(string name, string description, IEnumerable<Option> specific, Func<ParseResult, CommonTerms, NewAlgoOrder> create)
    {
        var common = new CommonOptions();
        var command = new Command(name, description);
        foreach (Option option in common.All.Concat(specific))
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, stop) => Session.RunAsync(parsed, async session =>
        {
            CommonTerms terms = common.Read(parsed);
            NewAlgoOrder created = create(parsed, terms);
            NewAlgoOrder order = created with { Position = terms.Position, ClientAlgoId = terms.ClientAlgoId ?? created.ClientAlgoId };
            OrderOutput.WriteOne(session, await session.Client.PlaceAsync(order, stop));
            return ExitCodes.Done;
        }));
        return command;
    }

    private static Option<decimal?> Quantity() => Options.Number("--quantity", "The quantity in units of the base asset.", required: true);

    private static Option<decimal?> TriggerPrice() => Options.Number("--trigger-price", "The price at which the order triggers.", required: true);
}
