using Binance.AlgoOrders.Testing.Internal.Rules;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>All that the exchange serves.</summary>
internal sealed class EndpointTable
{
    private readonly Dictionary<(string Method, string Path), IEndpoint> _endpoints;

    public EndpointTable(SymbolRule symbols)
    {
        _endpoints = Enum.GetValues<SimulatedMarket>()
            .SelectMany(market => Of(market, symbols))
            .ToDictionary(static endpoint => (endpoint.Method, WireNames.Path(endpoint.Market, endpoint.Name)));
    }

    public IEndpoint? Find(SimulatedRequest request) => _endpoints.GetValueOrDefault((request.Method, request.Path));

    public Refusal NotServed(SimulatedRequest request)
    {
        string served = string.Join(", ", _endpoints.Keys.Select(static endpoint => $"{endpoint.Method} {endpoint.Path}"));
        return new Refusal(404, -5000, $"Path {request.Path}, Method {request.Method} is invalid. The simulated exchange serves: {served}.");
    }

    private static IEndpoint[] Of(SimulatedMarket market, SymbolRule symbols) =>
    [
        new NewAlgoOrder(market, symbols),
        new CancelAlgoOrder(market),
        new CancelAllAlgoOrders(market, symbols),
        new QueryAlgoOrder(market),
        new OpenAlgoOrders(market),
        new AllAlgoOrders(market, symbols),
        new ServerTime(market),
        new Ping(market),
    ];
}
