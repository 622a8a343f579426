namespace Binance.AlgoOrders.Samples;

/// <summary>The prices of the contracts, and what the account has because of them.</summary>
internal sealed record MarketView(IReadOnlyList<PriceView> Prices, IReadOnlyList<PositionView> Positions, IReadOnlyList<OrdinaryView> Ordinary);

/// <summary>The prices of a contract.</summary>
internal sealed record PriceView(string Symbol, string Last, string Mark);

/// <summary>An open position. The side is BOTH, LONG or SHORT, and a short quantity is negative.</summary>
internal sealed record PositionView(string Symbol, string Side, string Quantity, string EntryPrice, string Profit);

/// <summary>An ordinary order, as a child order is.</summary>
/// <param name="OrderId">The order's id.</param>
/// <param name="Parent">The id of the conditional order, or <see langword="null"/>.</param>
/// <param name="Symbol">The contract.</param>
/// <param name="Side">BUY or SELL.</param>
/// <param name="Type">MARKET or LIMIT.</param>
/// <param name="Price">The average price of a filled order, else the limit price.</param>
/// <param name="Quantity">The executed quantity of a filled order, else the quantity.</param>
/// <param name="Status">The status as on the wire.</param>
internal sealed record OrdinaryView(string OrderId, string? Parent, string Symbol, string Side, string Type, string Price, string Quantity, string Status);
