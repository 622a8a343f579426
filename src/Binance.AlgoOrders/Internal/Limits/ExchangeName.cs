namespace Binance.AlgoOrders.Internal.Limits;

/// <summary>Names the exchange whose limits apply to an address. The Redis package compiles this file too.</summary>
internal static class ExchangeName
{
    /// <summary>Returns the host without the part that tells the markets apart. Binance counts USDⓈ-M and COIN-M Futures together.</summary>
    public static string Of(Uri address) => address.Authority
        .Replace("fapi.", "api.", StringComparison.OrdinalIgnoreCase)
        .Replace("dapi.", "api.", StringComparison.OrdinalIgnoreCase);
}
