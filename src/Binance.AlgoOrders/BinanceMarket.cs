namespace Binance.AlgoOrders;

/// <summary>Which futures market a client's algo orders belong to.</summary>
public enum BinanceMarket
{
    /// <summary>USDⓈ-M futures, <c>/fapi/v1/…</c>.</summary>
    UsdMargined,

    /// <summary>COIN-M futures, <c>https://dapi.binance.com/dapi/v1/…</c>: the same family, fields as published; not verified against the live service.</summary>
    CoinMargined,
}
