using Binance.AlgoOrders.Testing.Internal.Push;
using Binance.AlgoOrders.Testing.Internal.Rules;
using Binance.AlgoOrders.Testing.Internal.State;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>A request whose key, time and signature have been checked.</summary>
internal sealed class EndpointCall(SimulatedAccount? account, SimulatedMarket market, RequestParameters parameters, SymbolRule symbols, DateTimeOffset now)
{
    public Deviation Deviation { get; init; } = Deviation.None;

    /// <summary>Gets the time by which queries lag behind changes of status.</summary>
    public TimeSpan QueryStatusDelay { get; init; }

    /// <summary>Gets the error code of a cancel of all orders that finds none, or null for a success.</summary>
    public int? EmptyCancelAllErrorCode { get; init; }

    /// <summary>Gets the prices of the contracts.</summary>
    public required MarketPrices Prices { get; init; }

    /// <summary>Gets the contracts that are listed in USDⓈ-M.</summary>
    public required ContractList Contracts { get; init; }

    /// <summary>Gets the contract of the request's symbol, or null if the market lists none.</summary>
    public SimulatedContract? Contract => Contracts.Find(market, parameters["symbol"] ?? "");

    /// <summary>Gets the user data streams.</summary>
    public required UserStreams Streams { get; init; }

    /// <summary>Gets the session of the connection. Only requests of the WebSocket API have one.</summary>
    public WebSocketSession Session { get => field ?? throw new InvalidOperationException("The request must have a session, but it had none."); init; }

    /// <summary>Gets the key of the request.</summary>
    public SimulatedKey Key { get => field ?? throw new InvalidOperationException("The endpoint must need a key, but it does not."); init; }

    /// <summary>Gets the account whose key the request has.</summary>
    public SimulatedAccount Account => account ?? throw new InvalidOperationException("The endpoint must need a key to have an account, but it does not.");

    public SimulatedMarket Market => market;

    /// <summary>Gets the account's orders in this market.</summary>
    public MarketOrders Orders => Account.OrdersIn(market);

    /// <summary>Gets the account's ordinary orders in this market.</summary>
    public OrdinaryOrders OrdinaryOrders => Account.OrdinaryIn(market);

    public RequestParameters Parameters => parameters;

    public SymbolRule Symbols => symbols;

    public DateTimeOffset Now => now;

    public bool IsQueryable(SimulatedOrder order) => order.QueryableFrom <= now && !order.IsHiddenFromQueries;

    /// <summary>Returns the order as queries show it.</summary>
    public OrderView Query(SimulatedOrder order) => OrderView.At(order, now - QueryStatusDelay);
}
