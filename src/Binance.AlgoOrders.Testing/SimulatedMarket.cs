namespace Binance.AlgoOrders.Testing;

/// <summary>A market of the exchange. Each has paths, orders and order counts of its own: an id of one is unknown in the other.</summary>
public enum SimulatedMarket
{
    /// <summary>USDⓈ-M futures: <c>/fapi/v1/…</c>.</summary>
    UsdMargined,

    /// <summary>COIN-M futures: <c>/dapi/v1/…</c>.</summary>
    CoinMargined,
}
