using System.CommandLine;

namespace Binance.AlgoOrders.Samples;

/// <summary>The options that name one order.</summary>
internal sealed class OrderIdOptions
{
    private readonly Option<long?> _algoId = new("--algo-id") { Description = "The order's id at Binance." };
    private readonly Option<string?> _clientAlgoId = new("--client-algo-id") { Description = "Your own id of the order." };

    public void AddTo(Command command)
    {
        command.Options.Add(_algoId);
        command.Options.Add(_clientAlgoId);
    }

    public AlgoOrderId Read(ParseResult parsed) => (parsed.GetValue(_algoId), parsed.GetValue(_clientAlgoId)) switch
    {
        ({ } number, null) => AlgoOrderId.FromAlgoId(number),
        (null, { } text) => AlgoOrderId.FromClientAlgoId(text),
        _ => throw new BadInputException("Give exactly one of --algo-id N and --client-algo-id S."),
    };
}
