using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>An endpoint of one market. A new one is a row in <see cref="EndpointTable"/> and the method that executes it.</summary>
/// <param name="Operation">The operation, the same in every market.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Name">The path after the version.</param>
/// <param name="IsSigned">True if a key, a timestamp and a signature are checked before the endpoint is executed.</param>
/// <param name="Weight">The request weight.</param>
/// <param name="ParameterNames">The accepted parameters except timestamp, recvWindow and signature.</param>
/// <param name="Execute">Executes the request.</param>
internal sealed record Endpoint(
    SimulatedOperation Operation,
    string Method,
    string Name,
    bool IsSigned,
    int Weight,
    IReadOnlyList<string> ParameterNames,
    Func<EndpointCall, ProcessingResult> Execute)
{
    private static readonly string[] SignedParameterNames = ["timestamp", "recvWindow", "signature"];

    public SimulatedMarket Market { get; init; }

    /// <summary>Gets the version in the path.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Gets whether a key is checked, without a timestamp and a signature unless <see cref="IsSigned"/>.</summary>
    public bool NeedsKey { get; init; } = IsSigned;

    /// <summary>Gets whether it is a method of the WebSocket API instead of an endpoint over HTTP.</summary>
    public bool IsWebSocketMethod { get; init; }

    public string Path => IsWebSocketMethod ? SimulatedWireNames.WebSocketApiPath : SimulatedWireNames.Path(Market, Version, Name);

    /// <summary>Gets the request weight without a symbol, or null if it is the same as with one.</summary>
    public int? WeightWithoutSymbol { get; init; }

    public IEnumerable<string> AcceptedNames => IsSigned ? ParameterNames.Concat(SignedParameterNames) : ParameterNames;

    public int WeightOf(SimulatedRequest request)
    {
        if (WeightWithoutSymbol is not { } withoutSymbol || new RequestParameters(request).Has("symbol"))
        {
            return Weight;
        }

        return withoutSymbol;
    }
}
