using Binance.AlgoOrders.Testing.Internal.Rules;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

internal sealed class Ping(SimulatedMarket market) : IEndpoint
{
    public SimulatedOperation Operation => SimulatedOperation.Ping;

    public SimulatedMarket Market => market;

    public string Method => "GET";

    public string Name => "ping";

    public bool IsSigned => false;

    public IReadOnlyList<string> ParameterNames { get; } = [];

    public int WeightOf(RequestParameters parameters) => 1;

    public Judgement Execute(EndpointCall call) => new(AnswerJson.Object(static _ => { }));
}
