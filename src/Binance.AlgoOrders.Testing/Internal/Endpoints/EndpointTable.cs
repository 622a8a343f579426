using Binance.AlgoOrders.Testing.Internal.Rules.Placing;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>All endpoints of the exchange: those of both markets, and those of USDⓈ-M only. The push is USDⓈ-M only too.</summary>
internal static class EndpointTable
{
    // Operation, method, path, signed, weight, parameters, handler.
    private static readonly Endpoint[] Rows =
    [
        new(SimulatedOperation.Place, "POST", "algoOrder", true, 0, NewOrderParameters.ParameterNames, PlaceOrder.Execute),
        new(SimulatedOperation.Cancel, "DELETE", "algoOrder", true, 1, SingleOrder.ParameterNames, SingleOrder.Cancel),
        new(SimulatedOperation.CancelAll, "DELETE", "algoOpenOrders", true, 1, ["symbol"], CancelAllOrders.Execute),
        new(SimulatedOperation.Find, "GET", "algoOrder", true, 1, SingleOrder.ParameterNames, SingleOrder.Query),
        new(SimulatedOperation.ListOpen, "GET", "openAlgoOrders", true, 1, OpenOrders.ParameterNames, OpenOrders.Execute) { WeightWithoutSymbol = 40 },
        new(SimulatedOperation.ListHistory, "GET", "allAlgoOrders", true, 5, OrderHistory.ParameterNames, OrderHistory.Execute),
        new(SimulatedOperation.ServerTime, "GET", "time", false, 1, [], static call => new(ResponseJson.ServerTime(call.Now))),
        new(SimulatedOperation.Ping, "GET", "ping", false, 1, [], static _ => new(ResponseJson.Object(static _ => { }))),
    ];

    private static readonly Endpoint[] UsdMarginedRows =
    [
        new(SimulatedOperation.ExchangeInfo, "GET", "exchangeInfo", false, 1, [], ExchangeInfo.Execute),
        new(SimulatedOperation.TickerPrice, "GET", "ticker/price", false, 1, ["symbol"], MarketQuotes.TickerPrice) { WeightWithoutSymbol = 2 },
        new(SimulatedOperation.TickerPrice, "GET", "ticker/price", false, 1, ["symbol"], MarketQuotes.TickerPrice) { WeightWithoutSymbol = 2, Version = 2 },
        new(SimulatedOperation.MarkPrice, "GET", "premiumIndex", false, 1, ["symbol"], MarketQuotes.MarkPrice) { WeightWithoutSymbol = 10 },
        new(SimulatedOperation.GetPositionMode, "GET", "positionSide/dual", true, 30, [], PositionMode.Get),
        new(SimulatedOperation.SetPositionMode, "POST", "positionSide/dual", true, 1, ["dualSidePosition"], PositionMode.Set),
        new(SimulatedOperation.GetMultiAssetsMode, "GET", "multiAssetsMargin", true, 30, [], MultiAssetsMode.Get),
        new(SimulatedOperation.SetMultiAssetsMode, "POST", "multiAssetsMargin", true, 1, ["multiAssetsMargin"], MultiAssetsMode.Set),
        new(SimulatedOperation.SetLeverage, "POST", "leverage", true, 1, ["symbol", "leverage"], Leverage.Set),
        new(SimulatedOperation.SetMarginType, "POST", "marginType", true, 1, ["symbol", "marginType"], MarginType.Set),
        new(SimulatedOperation.GetOrderLimits, "GET", "rateLimit/order", true, 1, [], static _ => new(RateLimitJson.OrderLimits())),
        new(SimulatedOperation.CountdownCancelAll, "POST", "countdownCancelAll", true, 10, ["symbol", "countdownTime"], CountdownCancelAll.Execute),
    ];

    private static readonly Endpoint[] ListenKeyRows =
    [
        new(SimulatedOperation.StartUserStream, "POST", "listenKey", false, 1, [], ListenKeyEndpoint.Start) { NeedsKey = true },
        new(SimulatedOperation.ExtendUserStream, "PUT", "listenKey", false, 1, ListenKeyEndpoint.ParameterNames, ListenKeyEndpoint.Extend) { NeedsKey = true },
        new(SimulatedOperation.EndUserStream, "DELETE", "listenKey", false, 1, ListenKeyEndpoint.ParameterNames, ListenKeyEndpoint.End) { NeedsKey = true },
    ];

    // The method of the WebSocket API takes the place of the HTTP method.
    private static readonly Endpoint[] WebSocketRows =
    [
        new(SimulatedOperation.Place, "algoOrder.place", "", true, 0, [.. NewOrderParameters.ParameterNames, "apiKey"], PlaceOrder.Execute),
        new(SimulatedOperation.Cancel, "algoOrder.cancel", "", true, 1, [.. SingleOrder.ParameterNames, "apiKey"], SingleOrder.Cancel),
        new(SimulatedOperation.LogOn, "session.logon", "", true, 2, SessionEndpoint.ParameterNames, SessionEndpoint.LogOn),
        new(SimulatedOperation.SessionStatus, "session.status", "", false, 2, [], SessionEndpoint.Status),
        new(SimulatedOperation.LogOut, "session.logout", "", false, 2, [], SessionEndpoint.LogOut),
        new(SimulatedOperation.ServerTime, "time", "", false, 1, [], static call => new(ResponseJson.ServerTime(call.Now))),
        new(SimulatedOperation.Ping, "ping", "", false, 1, [], static _ => new(ResponseJson.Object(static _ => { }))),
    ];

    private static readonly ErrorResponse UnsupportedMethod = new(400, -1020, "This operation is not supported.");

    private static readonly Dictionary<(string Method, string Path), Endpoint> Endpoints = Enum.GetValues<SimulatedMarket>()
        .SelectMany(static market => Rows.Select(row => row with { Market = market }))
        .Concat(UsdMarginedRows)
        .Concat(OrdinaryEndpoints.Rows)
        .Concat(ListenKeyRows)
        .Concat(WebSocketRows.Select(static row => row with { IsWebSocketMethod = true }))
        .ToDictionary(static endpoint => (endpoint.Method, endpoint.Path));

    /// <summary>Gets all endpoints, and the methods of the WebSocket API.</summary>
    public static IReadOnlyCollection<Endpoint> All => Endpoints.Values;

    public static Endpoint? Find(SimulatedRequest request) => Endpoints.GetValueOrDefault((request.Method, request.Path));

    public static ErrorResponse NotServed(SimulatedRequest request)
    {
        if (request.Session is not null)
        {
            string methods = string.Join(", ", WebSocketRows.Select(static row => row.Method));
            return UnsupportedMethod with { Detail = $"The simulated exchange has the methods {methods}." };
        }

        string served = string.Join(
            ", ", Endpoints.Values.Where(static endpoint => !endpoint.IsWebSocketMethod).Select(static endpoint => $"{endpoint.Method} {endpoint.Path}"));
        return new ErrorResponse(404, -5000, $"Path {request.Path}, Method {request.Method} is invalid. The simulated exchange serves: {served}.");
    }
}
