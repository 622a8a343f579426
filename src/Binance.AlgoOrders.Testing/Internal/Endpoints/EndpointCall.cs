using Binance.AlgoOrders.Testing.Internal.Rules;
using Binance.AlgoOrders.Testing.Internal.State;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>A request whose key, time and signature have been checked.</summary>
internal sealed class EndpointCall(SimulatedAccount? account, SimulatedMarket market, RequestParameters parameters, SymbolRule symbols, DateTimeOffset now)
{
    /// <summary>Gets the account that signed the request.</summary>
    public SimulatedAccount Account => account ?? throw new InvalidOperationException("The endpoint must be signed to have an account, but it is not.");

    public SimulatedMarket Market => market;

    /// <summary>Gets the account's orders in this market.</summary>
    public MarketOrders Orders => Account.OrdersIn(market);

    public RequestParameters Parameters => parameters;

    public SymbolRule Symbols => symbols;

    public DateTimeOffset Now => now;
}
