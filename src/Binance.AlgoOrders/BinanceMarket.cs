namespace Binance.AlgoOrders;

/// <summary>Specifies the futures market of a client's algo orders.</summary>
public enum BinanceMarket
{
    /// <summary>USDⓈ-M futures, <c>/fapi/v1/…</c>.</summary>
    UsdMargined,

    /// <summary>
    /// COIN-M futures, <c>https://dapi.binance.com/dapi/v1/…</c>. The endpoints belong to the same family and the fields are as published. They have not
    /// been verified against the live service.
    /// </summary>
    CoinMargined,
}
