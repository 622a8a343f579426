using Binance.AlgoOrders.Testing.Internal.Rules;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>One operation of one market. A new one is a class of its own and a row in <see cref="EndpointTable"/>.</summary>
internal interface IEndpoint
{
    SimulatedOperation Operation { get; }

    SimulatedMarket Market { get; }

    string Method { get; }

    /// <summary>Without what stands before it in its market.</summary>
    string Name { get; }

    /// <summary>Whether it takes a key, a timestamp and a signature; all of them are checked before <see cref="Execute"/>.</summary>
    bool IsSigned { get; }

    /// <summary>Besides timestamp, recvWindow and signature.</summary>
    IReadOnlyList<string> ParameterNames { get; }

    int WeightOf(RequestParameters parameters);

    Judgement Execute(EndpointCall call);
}
