using Binance.AlgoOrders.Testing.Internal.Rules;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

internal sealed class QueryAlgoOrder(SimulatedMarket market) : IEndpoint
{
    public SimulatedOperation Operation => SimulatedOperation.Find;

    public SimulatedMarket Market => market;

    public string Method => "GET";

    public string Name => "algoOrder";

    public bool IsSigned => true;

    public IReadOnlyList<string> ParameterNames { get; } = ["algoId", "clientAlgoId"];

    public int WeightOf(RequestParameters parameters) => 1;

    public Judgement Execute(EndpointCall call) => OrderIdRule.Resolve(
        call,
        Refusal.OrderDoesNotExist,
        order => RetentionRule.IsKept(order, call.Now) ? null : $"An order that is {WireNames.Of(order.Status)} is not kept this long.",
        static order => AnswerJson.Write(json => OrderJson.WriteQueried(json, order)));
}
