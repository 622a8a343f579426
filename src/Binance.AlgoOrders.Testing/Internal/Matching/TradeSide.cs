namespace Binance.AlgoOrders.Testing.Internal.Matching;

/// <summary>Converts a side to a sign, so that one formula serves both sides.</summary>
internal static class TradeSide
{
    /// <summary>Returns 1 for BUY and -1 for SELL.</summary>
    public static int SignOf(string side) => side switch
    {
        "SELL" => -1,
        _ => 1,
    };
}
