using Binance.AlgoOrders.Testing.Internal.Rules;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

internal sealed class OpenAlgoOrders : IEndpoint
{
    public string Method => "GET";

    public string Path => "/fapi/v1/openAlgoOrders";

    public bool IsSigned => true;

    public IReadOnlyList<string> ParameterNames { get; } = ["algoType", "symbol", "algoId"];

    public int WeightOf(RequestParameters parameters) => parameters.Has("symbol") ? 1 : 40;

    public Judgement Execute(EndpointCall call)
    {
        long? algoId = null;
        Refusal? refusal = ParameterNames.FirstOrDefault(name => call.Parameters[name] is "") is { } empty ? Refusal.Empty(empty)
            : call.Parameters.Has("algoId") && !call.Parameters.TryGetNumber("algoId", out algoId) ? Refusal.NotValid("algoId")
            : call.Parameters["algoType"] is not (null or "CONDITIONAL") ? Refusal.NotValid("algoType")
            : null;
        if (refusal is not null)
        {
            return Judgement.Of(refusal);
        }

        string? symbol = call.Parameters["symbol"];
        IEnumerable<SimulatedOrder> open = call.Account.Orders.Where(order =>
            order.IsLive
            && order.VisibleFrom <= call.Now
            && (symbol is null || string.Equals(order.Symbol, symbol, StringComparison.Ordinal))
            && (algoId is null || order.AlgoId == algoId));
        return new Judgement(AnswerJson.Write(json =>
        {
            json.WriteStartArray();
            foreach (SimulatedOrder order in open)
            {
                OrderJson.WriteOpen(json, order);
            }

            json.WriteEndArray();
        }));
    }
}
