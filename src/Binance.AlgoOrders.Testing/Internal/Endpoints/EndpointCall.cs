using Binance.AlgoOrders.Testing.Internal.Rules;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>A request that may be executed now. <see cref="Account"/> is the signer's; unsigned endpoints must not ask for it.</summary>
internal sealed class EndpointCall(SimulatedAccount? account, RequestParameters parameters, DateTimeOffset now)
{
    public SimulatedAccount Account => account ?? throw new InvalidOperationException("An unsigned request belongs to no account.");

    public RequestParameters Parameters => parameters;

    public DateTimeOffset Now => now;
}
