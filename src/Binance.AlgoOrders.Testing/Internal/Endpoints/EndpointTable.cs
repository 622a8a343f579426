using Binance.AlgoOrders.Testing.Internal.Rules;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>All that the exchange serves.</summary>
internal sealed class EndpointTable
{
    private readonly IEndpoint[] _endpoints =
    [
        new CancelAlgoOrder(),
        new QueryAlgoOrder(),
        new OpenAlgoOrders(),
        new ServerTime(),
        new Ping(),
    ];

    public IEndpoint? Find(SimulatedRequest request) => _endpoints.FirstOrDefault(endpoint =>
        string.Equals(endpoint.Method, request.Method, StringComparison.Ordinal) && string.Equals(endpoint.Path, request.Path, StringComparison.Ordinal));

    public Refusal NotServed(SimulatedRequest request)
    {
        string served = string.Join(", ", _endpoints.Select(static endpoint => $"{endpoint.Method} {endpoint.Path}"));
        return new Refusal(404, -5000, $"Path {request.Path}, Method {request.Method} is invalid. The simulated exchange serves: {served}.");
    }
}
