using System.CommandLine;

namespace Binance.AlgoOrders.Samples;

/// <summary><c>show</c>: shows one order in full.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var algoId = new Option<long?>("--algo-id") { Description = "The order's id at Binance." };
        var clientAlgoId = new Option<string?>("--client-algo-id") { Description = "Your own id of the order." };
        var command = new Command("show", "Shows one order.") { algoId, clientAlgoId };
        command.SetAction((parsed, stop) => Session.RunAsync(parsed, async session =>
        {
            AlgoOrderId id = (parsed.GetValue(algoId), parsed.GetValue(clientAlgoId)) switch
            {
                ({ } number, null) => AlgoOrderId.FromAlgoId(number),
                (null, { } text) => AlgoOrderId.FromClientAlgoId(text),
                _ => throw new BadInputException("Give exactly one of --algo-id N and --client-algo-id S."),
            };
            if (await session.Client.FindAsync(id, stop) is { } order)
            {
                OrderOutput.WriteOne(session, order);
                return ExitCodes.Done;
            }

            await Console.Error.WriteLineAsync("Binance does not know the order: check the id and the account.");
            return ExitCodes.NotInactive;
        }));
        return command;
    }
}
