using Binance.AlgoOrders.Testing.Internal.Rules;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

internal sealed class ServerTime(SimulatedMarket market) : IEndpoint
{
    public SimulatedOperation Operation => SimulatedOperation.ServerTime;

    public SimulatedMarket Market => market;

    public string Method => "GET";

    public string Name => "time";

    public bool IsSigned => false;

    public IReadOnlyList<string> ParameterNames { get; } = [];

    public int WeightOf(RequestParameters parameters) => 1;

    public Judgement Execute(EndpointCall call) =>
        new(AnswerJson.Object(json => json.WriteNumber("serverTime", call.Now.ToUnixTimeMilliseconds())));
}
