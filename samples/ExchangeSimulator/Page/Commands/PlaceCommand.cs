namespace Binance.AlgoOrders.Samples;

/// <summary>Reads the parameters of a new order. The exchange checks their combination by the rules of a client's request.</summary>
internal static class PlaceCommand
{
    private static readonly string[] Sides = ["BUY", "SELL"];
    private static readonly string[] Types = ["STOP_MARKET", "STOP", "TAKE_PROFIT_MARKET", "TAKE_PROFIT", "TRAILING_STOP_MARKET"];
    private static readonly string[] Decimals = ["triggerPrice", "price", "activatePrice", "callbackRate", "quantity"];
    private static readonly string[] Booleans = ["closePosition", "reduceOnly"];
    private static readonly string[] Names = ["symbol", "side", "type", "positionSide", .. Decimals, .. Booleans, "workingType", "clientAlgoId"];

    /// <summary>Returns the parameters of <c>POST /fapi/v1/algoOrder</c>.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(CommandFields fields)
    {
        fields.AllowOnly(Names);
        fields.Symbol("symbol");
        fields.OneOf("side", Sides);
        fields.OneOf("type", Types);
        foreach (string name in Decimals)
        {
            fields.OptionalDecimal(name);
        }

        foreach (string name in Booleans.Where(name => fields[name] is not null))
        {
            fields.OneOf(name, ["true", "false"]);
        }

        IEnumerable<KeyValuePair<string, string>> sent = Names.Where(name => fields[name] is not null)
            .Select(name => KeyValuePair.Create(name, fields[name]!));
        return [new("algoType", "CONDITIONAL"), .. sent];
    }
}
