using Binance.AlgoOrders.Testing.Internal.Rules;
using Binance.AlgoOrders.Testing.Internal.Rules.Placing;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

internal sealed class NewAlgoOrder(SimulatedMarket market, SymbolRule symbols) : IEndpoint
{
    public SimulatedOperation Operation => SimulatedOperation.Place;

    public SimulatedMarket Market => market;

    public string Method => "POST";

    public string Name => "algoOrder";

    public bool IsSigned => true;

    public IReadOnlyList<string> ParameterNames => OrderForm.ParameterNames;

    public int WeightOf(RequestParameters parameters) => 0;

    public Judgement Execute(EndpointCall call)
    {
        OrderRate rate = call.Orders.Rate;
        if (rate.Check(call.Now) is { } tooMany)
        {
            return Judgement.Of(tooMany) with { Headers = rate.HeadersAt(call.Now) };
        }

        var form = new OrderForm(call.Parameters);
        if (OrderRules.Check(form, symbols, call) is { } refusal)
        {
            return Judgement.Of(refusal);
        }

        SimulatedOrder order = call.Account.Place(form.ToTerms(market));
        rate.Count(call.Now);
        return new Judgement(AnswerJson.Write(json => OrderJson.WritePlaced(json, order)), Order: order) { Headers = rate.HeadersAt(call.Now) };
    }
}
