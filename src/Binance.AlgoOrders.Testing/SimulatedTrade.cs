namespace Binance.AlgoOrders.Testing;

/// <summary>A fill of an ordinary order, child orders included, as in <c>GET /fapi/v1/userTrades</c>. Amounts are in USDT.</summary>
/// <param name="Id"><c>id</c>. Ids increase, and are the same in every run.</param>
/// <param name="OrderId"><c>orderId</c>, the id of the ordinary order.</param>
/// <param name="Symbol"><c>symbol</c>.</param>
/// <param name="Side"><c>side</c>: BUY or SELL.</param>
/// <param name="PositionSide"><c>positionSide</c>: BOTH in one-way mode, LONG or SHORT in hedge mode.</param>
public sealed record SimulatedTrade(long Id, long OrderId, string Symbol, string Side, string PositionSide)
{
    /// <summary>Gets <c>price</c>, in the quote asset.</summary>
    public decimal Price { get; init; }

    /// <summary>Gets <c>qty</c>, in the base asset.</summary>
    public decimal Quantity { get; init; }

    /// <summary>Gets <c>realizedPnl</c>, without the commission.</summary>
    public decimal RealizedProfit { get; init; }

    /// <summary>Gets <c>commission</c>, which is taken from the wallet. Negative for a rebate.</summary>
    public decimal Commission { get; init; }

    /// <summary>Gets <c>time</c>, on the exchange's clock.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>Gets <c>maker</c>: whether the order waited on the order book before the fill.</summary>
    public bool IsMaker { get; init; }
}
