using System.CommandLine;

namespace Binance.AlgoOrders.Samples;

/// <summary><c>replace</c>: moves a stop or a take-profit to another trigger price.</summary>
internal static class ReplaceCommand
{
    private static readonly Dictionary<string, ReplaceSequence> Sequences = new(StringComparer.Ordinal)
    {
        ["automatic"] = ReplaceSequence.Automatic,
        ["place-first"] = ReplaceSequence.PlaceFirst,
        ["bridge"] = ReplaceSequence.Bridge,
        ["cancel-first"] = ReplaceSequence.CancelFirst,
    };

    public static Command Create()
    {
        var id = new OrderIdOptions();
        Option<decimal?> trigger = Options.Number("--trigger-price", "The new trigger price.", required: true);
        Option<decimal?> bridge = Options.Number("--bridge-quantity", "The quantity of a bridge that protects the position meanwhile.");
        var sequence = new Option<string>("--sequence") { Description = "Which order is placed or canceled first.", DefaultValueFactory = _ => "automatic" };
        sequence.AcceptOnlyFromAmong([.. Sequences.Keys]);
        var command = new Command("replace", "Moves a stop-market or take-profit-market order to another trigger price and reports what is live.") { trigger, bridge, sequence };
        id.AddTo(command);
        command.SetAction((parsed, stop) => Session.RunAsync(parsed, async session =>
        {
            if (await session.Client.FindAsync(id.Read(parsed), stop) is not { } current)
            {
                await Console.Error.WriteLineAsync("Binance does not know the order: check the id and the account.");
                return ExitCodes.NotInactive;
            }

            var request = ReplaceAlgoOrderRequest.For(current, Move(current, parsed.Required(trigger))) with
            {
                Sequence = Sequences[parsed.GetRequiredValue(sequence)],
                BridgeQuantity = parsed.GetValue(bridge),
            };
            ReplaceAlgoOrderOutcome outcome = await session.Client.ReplaceAsync(request, stop);
            ReplaceOutput.Write(session, outcome);
            return ExitCodes.Of(outcome.IsProtected == true);
        }));
        return command;
    }

    private static NewAlgoOrder Move(AlgoOrder current, decimal trigger)
    {
        OrderAmount amount = current.ClosePosition == true ? OrderAmount.ClosePosition : OrderAmount.Of(current.Quantity ?? 0);
        OrderPosition position = current.PositionSide?.Known switch
        {
            PositionSide.Long => OrderPosition.Long,
            PositionSide.Short => OrderPosition.Short,
            _ => OrderPosition.OneWay(reduceOnly: current.ReduceOnly == true && current.ClosePosition != true),
        };
        NewAlgoOrder moved = current.OrderType?.Known switch
        {
            AlgoOrderType.StopMarket => new NewAlgoOrder.StopMarket(current.Symbol!, current.Side!.Value.Known!.Value, amount, trigger),
            AlgoOrderType.TakeProfitMarket => new NewAlgoOrder.TakeProfitMarket(current.Symbol!, current.Side!.Value.Known!.Value, amount, trigger),
            _ => throw new BadInputException($"Only stop-market and take-profit-market orders can be moved, but the order is {current.OrderType}."),
        };
        return moved with { Position = position, WorkingType = current.WorkingType?.Known, PriceProtect = current.PriceProtect == true };
    }
}
