namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>The endpoints of ordinary orders, trades, positions and balances. USDⓈ-M only.</summary>
internal static class OrdinaryEndpoints
{
    // Operation, method, path, signed, weight, parameters, handler.
    public static readonly IReadOnlyList<Endpoint> Rows =
    [
        new(SimulatedOperation.PlaceOrdinary, "POST", "order", true, 0, OrdinaryOrder.PlaceParameterNames, OrdinaryOrder.Place),
        new(SimulatedOperation.FindOrdinary, "GET", "order", true, 1, OrdinaryOrder.ParameterNames, OrdinaryOrder.Query),
        new(SimulatedOperation.CancelOrdinary, "DELETE", "order", true, 1, OrdinaryOrder.ParameterNames, OrdinaryOrder.Cancel),
        new(SimulatedOperation.ListOpenOrdinary, "GET", "openOrders", true, 1, ["symbol"], OpenOrdinaryOrders.List) { WeightWithoutSymbol = 40 },
        new(SimulatedOperation.CancelAllOrdinary, "DELETE", "allOpenOrders", true, 1, ["symbol"], OpenOrdinaryOrders.CancelAll),
        new(SimulatedOperation.GetPositions, "GET", "positionRisk", true, 5, ["symbol"], AccountState.Positions) { Version = 2 },
        new(SimulatedOperation.GetPositions, "GET", "positionRisk", true, 5, ["symbol"], AccountState.Positions) { Version = 3 },
        new(SimulatedOperation.GetBalances, "GET", "balance", true, 5, [], AccountState.Balances) { Version = 2 },
        new(SimulatedOperation.GetBalances, "GET", "balance", true, 5, [], AccountState.Balances) { Version = 3 },
        new(SimulatedOperation.GetAccount, "GET", "account", true, 5, [], AccountState.Account) { Version = 2 },
        new(SimulatedOperation.GetAccount, "GET", "account", true, 5, [], AccountState.Account) { Version = 3 },
        new(SimulatedOperation.ListTrades, "GET", "userTrades", true, 5, TradeHistory.ParameterNames, TradeHistory.Execute),
        new(SimulatedOperation.GetCommissionRate, "GET", "commissionRate", true, 20, ["symbol"], CommissionRate.Get),
        new(SimulatedOperation.GetLeverageBrackets, "GET", "leverageBracket", true, 1, ["symbol"], LeverageBrackets.Get),
    ];
}
