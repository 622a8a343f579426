namespace Binance.AlgoOrders.Testing;

/// <summary>A market of the exchange. Each has its own paths, orders and order counts, so an id of one market is unknown in the other.</summary>
public enum SimulatedMarket
{
    /// <summary>USDⓈ-M futures: <c>/fapi/v1/…</c>.</summary>
    UsdMargined,

    /// <summary>COIN-M futures: <c>/dapi/v1/…</c>.</summary>
    CoinMargined,
}
