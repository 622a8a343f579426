using Binance.AlgoOrders.Testing.Internal.Rules;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>Lists the trades of a symbol. A request by an id has no window of times unless it names one.</summary>
internal static class TradeHistory
{
    private const long DefaultLimit = 500;
    private const long MaxLimit = 1000;

    private static readonly TimeSpan Retention = TimeSpan.FromDays(183);
    private static readonly ErrorResponse InvalidLimit = ErrorResponse.NotValid("limit");
    private static readonly ErrorResponse IdWithTimes = ErrorResponse.InvalidCombination with { Detail = "fromId must be sent without startTime and endTime." };
    private static readonly string[] Numbers = ["orderId", "startTime", "endTime", "fromId", "limit"];

    public static IReadOnlyList<string> ParameterNames { get; } = ["symbol", .. Numbers];

    public static ProcessingResult Execute(EndpointCall call)
    {
        RequestParameters parameters = call.Parameters;
        long limit = parameters.Number("limit") ?? DefaultLimit;
        ErrorResponse? error = call.Symbols.Check(parameters)
            ?? ParameterRule.NotEmpty(parameters, Numbers)
            ?? ParameterRule.Numbers(parameters, Numbers)
            ?? IdWithTimes.When(parameters.Has("fromId") && HasTimes(parameters))
            ?? HistoryWindow.Check(parameters, HistoryWindow.Week)
            ?? InvalidLimit.When(limit is < 1 or > MaxLimit);
        if (error is not null)
        {
            return ProcessingResult.Rejected(error);
        }

        SimulatedTrade[] trades = [.. call.OrdinaryOrders.Trades.Where(trade => IsRequested(trade, call))];
        bool isFromStart = parameters.Has("fromId") || parameters.Has("startTime");
        return new ProcessingResult(ResponseJson.Array(TradeJson.Write, isFromStart ? trades.Take((int)limit) : trades.TakeLast((int)limit)));
    }

    private static bool HasTimes(RequestParameters parameters) => parameters.Has("startTime") || parameters.Has("endTime");

    private static bool IsRequested(SimulatedTrade trade, EndpointCall call)
    {
        RequestParameters parameters = call.Parameters;
        bool hasId = parameters.Has("fromId") || parameters.Has("orderId");
        bool isInWindow = (hasId && !HasTimes(parameters)) || HistoryWindow.Of(parameters, call.Now, HistoryWindow.Week).Contains(trade.Time);
        return isInWindow
            && trade.Symbol == parameters["symbol"]
            && trade.Time >= call.Now - Retention
            && trade.Id >= (parameters.Number("fromId") ?? 0)
            && trade.OrderId == (parameters.Number("orderId") ?? trade.OrderId);
    }
}
