using Binance.AlgoOrders.Testing.Internal.Rules;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

internal sealed class OpenAlgoOrders(SimulatedMarket market) : IEndpoint
{
    public SimulatedOperation Operation => SimulatedOperation.ListOpen;

    public SimulatedMarket Market => market;

    public string Method => "GET";

    public string Name => "openAlgoOrders";

    public bool IsSigned => true;

    public IReadOnlyList<string> ParameterNames { get; } = ["algoType", "symbol", "algoId"];

    public int WeightOf(RequestParameters parameters) => parameters.Has("symbol") ? 1 : 40;

    public Judgement Execute(EndpointCall call)
    {
        Refusal? refusal = FormRule.NotEmpty(call.Parameters, ParameterNames)
            ?? FormRule.Numbers(call.Parameters, ["algoId"])
            ?? (call.Parameters["algoType"] is null or "CONDITIONAL" ? null : Refusal.NotValid("algoType"));
        if (refusal is not null)
        {
            return Judgement.Of(refusal);
        }

        string? symbol = call.Parameters["symbol"];
        call.Parameters.TryGetNumber("algoId", out long? algoId);
        return new Judgement(AnswerJson.Array(OrderJson.WriteOpen, call.Orders.Live.Where(order =>
            order.VisibleFrom <= call.Now
            && (symbol is null || string.Equals(order.Symbol, symbol, StringComparison.Ordinal))
            && (algoId is null || order.AlgoId == algoId))));
    }
}
