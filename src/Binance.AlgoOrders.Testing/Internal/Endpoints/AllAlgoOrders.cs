using Binance.AlgoOrders.Testing.Internal.Rules;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

internal sealed class AllAlgoOrders(SimulatedMarket market, SymbolRule symbols) : IEndpoint
{
    private const long DefaultLimit = 500;
    private const long LargestLimit = 1000;

    private static readonly string[] Numbers = ["algoId", "startTime", "endTime", "limit"];

    public SimulatedOperation Operation => SimulatedOperation.ListHistory;

    public SimulatedMarket Market => market;

    public string Method => "GET";

    public string Name => "allAlgoOrders";

    public bool IsSigned => true;

    public IReadOnlyList<string> ParameterNames { get; } = ["symbol", .. Numbers];

    public int WeightOf(RequestParameters parameters) => 5;

    public Judgement Execute(EndpointCall call)
    {
        RequestParameters parameters = call.Parameters;
        long limit = parameters.TryGetNumber("limit", out long? sent) ? sent.Value : DefaultLimit;
        Refusal? refusal = symbols.Check(parameters)
            ?? FormRule.NotEmpty(parameters, Numbers)
            ?? FormRule.Numbers(parameters, Numbers)
            ?? HistoryWindow.Check(parameters)
            ?? (limit is >= 1 and <= LargestLimit ? null : Refusal.NotValid("limit"));
        if (refusal is not null)
        {
            return Judgement.Of(refusal);
        }

        var window = HistoryWindow.Of(parameters, call.Now);
        bool hasFirst = parameters.TryGetNumber("algoId", out long? first);
        IEnumerable<SimulatedOrder> orders = call.Orders.All.Where(order =>
            (first is null || order.AlgoId >= first)
            && string.Equals(order.Symbol, parameters["symbol"], StringComparison.Ordinal)
            && window.Holds(order.CreatedAt)
            && order.VisibleFrom <= call.Now
            && RetentionRule.IsKept(order, call.Now));

        // Binance: "If algoId is set, it will get orders >= that algoId. Otherwise most recent orders are returned."
        return new Judgement(AnswerJson.Array(OrderJson.WriteQueried, hasFirst ? orders.Take((int)limit) : orders.TakeLast((int)limit)));
    }
}
