using Binance.AlgoOrders.Testing.Internal.Rules;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>A request that may be executed now. <see cref="Account"/> is the signer's; unsigned endpoints must not ask for it.</summary>
internal sealed class EndpointCall(SimulatedAccount? account, SimulatedMarket market, RequestParameters parameters, DateTimeOffset now)
{
    public SimulatedAccount Account => account ?? throw new InvalidOperationException("An unsigned request belongs to no account.");

    public SimulatedMarket Market => market;

    /// <summary>The signer's orders in this market.</summary>
    public MarketOrders Orders => Account.OrdersIn(market);

    public RequestParameters Parameters => parameters;

    public DateTimeOffset Now => now;
}
