using System.Globalization;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Rules.Placing;

/// <summary>The parameters of a new order.</summary>
internal sealed class NewOrderParameters(RequestParameters parameters)
{
    public static readonly IReadOnlyList<string> ParameterNames =
    [
        "algoType", "symbol", "side", "type", "positionSide", "timeInForce", "quantity", "price", "triggerPrice", "workingType", "priceMatch",
        "closePosition", "priceProtect", "reduceOnly", "activatePrice", "callbackRate", "clientAlgoId", "newOrderRespType",
        "selfTradePreventionMode", "goodTillDate",
    ];

    // As recorded live for a term that the order does not have.
    private const decimal None = 0.0000000m;

    public RequestParameters Parameters => parameters;

    public string Type => parameters["type"]!;

    public string Side => parameters["side"]!;

    public string PositionSide => parameters["positionSide"] ?? "BOTH";

    public string WorkingType => parameters["workingType"] ?? "CONTRACT_PRICE";

    public bool IsTrailing => Type is "TRAILING_STOP_MARKET";

    public bool HasLimitPrice => Type is "STOP" or "TAKE_PROFIT";

    public bool ClosesPosition => parameters.IsTrue("closePosition");

    public bool IsReduceOnly => parameters.IsTrue("reduceOnly");

    public bool IsGoodTillDate => parameters["timeInForce"] is "GTD";

    /// <summary>Gets the date in whole seconds, because Binance drops the milliseconds.</summary>
    public DateTimeOffset? GoodTillDate =>
        parameters.Number("goodTillDate") is { } milliseconds ? DateTimeOffset.FromUnixTimeSeconds(milliseconds / 1000) : null;

    public bool Has(string name) => parameters.Has(name);

    /// <summary>Returns the value with the scale that was sent, or null if it was not sent or is no decimal.</summary>
    public decimal? Decimal(string name) =>
        decimal.TryParse(parameters[name], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) ? value : null;

    /// <summary>Creates the terms of the order from parameters that have been checked.</summary>
    public SimulatedOrderTerms ToTerms(SimulatedMarket market) => new()
    {
        Market = market,
        Symbol = parameters["symbol"]!,
        Side = Side,
        Type = Type,
        PositionSide = PositionSide,
        TimeInForce = parameters["timeInForce"] ?? "GTC",
        Quantity = Decimal("quantity") ?? None,
        Price = Decimal("price") ?? None,
        TriggerPrice = Decimal("triggerPrice") ?? None,
        WorkingType = WorkingType,
        PriceMatch = parameters["priceMatch"] ?? "NONE",
        SelfTradePreventionMode = parameters["selfTradePreventionMode"] ?? "EXPIRE_MAKER",
        ClosePosition = ClosesPosition,
        PriceProtect = parameters.IsTrue("priceProtect"),
        ReduceOnly = IsReduceOnly,
        ActivatePrice = Decimal("activatePrice"),
        CallbackRate = Decimal("callbackRate"),
        ClientAlgoId = parameters["clientAlgoId"],
        GoodTillDate = GoodTillDate,
    };
}
