namespace Binance.AlgoOrders.Testing;

/// <summary>
/// A perpetual contract of USDⓈ-M futures with the limits of its orders, as in <c>GET /fapi/v1/exchangeInfo</c>. Numbers are sent with their scale. Derive
/// another contract from a given one: <c>SimulatedContract.BtcUsdt with { MinNotional = 5m }</c>.
/// </summary>
public sealed record SimulatedContract
{
    /// <summary>Gets BTCUSDT.</summary>
    public static SimulatedContract BtcUsdt { get; } = new() { Symbol = "BTCUSDT", BaseAsset = "BTC" };

    /// <summary>Gets ETHUSDT.</summary>
    public static SimulatedContract EthUsdt { get; } = new()
    {
        Symbol = "ETHUSDT",
        BaseAsset = "ETH",
        TickSize = 0.01m,
        MinPrice = 39.86m,
        MaxPrice = 306177m,
        MaxQuantity = 10000m,
        MaxMarketQuantity = 2000m,
        MinNotional = 20m,
    };

    /// <summary>Gets SOLUSDT.</summary>
    public static SimulatedContract SolUsdt { get; } = new()
    {
        Symbol = "SOLUSDT",
        BaseAsset = "SOL",
        PricePrecision = 4,
        QuantityPrecision = 2,
        TickSize = 0.0100m,
        MinPrice = 0.4200m,
        MaxPrice = 6857.0000m,
        StepSize = 0.01m,
        MinQuantity = 0.01m,
        MaxQuantity = 1000000m,
        MaxMarketQuantity = 80000m,
        MinNotional = 5m,
    };

    /// <summary>Gets the contracts that an exchange lists if its options name none: BTCUSDT, ETHUSDT and SOLUSDT.</summary>
    public static IReadOnlyList<SimulatedContract> Defaults { get; } = [BtcUsdt, EthUsdt, SolUsdt];

    /// <summary>Gets <c>symbol</c>, such as BTCUSDT.</summary>
    public required string Symbol { get; init; }

    /// <summary>Gets <c>baseAsset</c>, in which quantities are given, such as BTC.</summary>
    public required string BaseAsset { get; init; }

    /// <summary>Gets <c>quoteAsset</c> and <c>marginAsset</c>, in which prices are given. Default: USDT.</summary>
    public string QuoteAsset { get; init; } = "USDT";

    /// <summary>Gets <c>pricePrecision</c>: the most decimals of a limit price. More get code -1111.</summary>
    public int PricePrecision { get; init; } = 2;

    /// <summary>Gets <c>quantityPrecision</c>: the most decimals of a quantity. More get code -1111.</summary>
    public int QuantityPrecision { get; init; } = 3;

    /// <summary>Gets <c>tickSize</c> of the limit price, counted from <see cref="MinPrice"/>. Another price gets code -4014.</summary>
    public decimal TickSize { get; init; } = 0.10m;

    /// <summary>Gets <c>minPrice</c> of the limit price. A lower one gets code -4013.</summary>
    public decimal MinPrice { get; init; } = 556.80m;

    /// <summary>Gets <c>maxPrice</c> of the limit price. A higher one gets code -4002.</summary>
    public decimal MaxPrice { get; init; } = 4529764m;

    /// <summary>Gets <c>stepSize</c> of the quantity, counted from <see cref="MinQuantity"/>. Another quantity gets code -4023.</summary>
    public decimal StepSize { get; init; } = 0.001m;

    /// <summary>Gets <c>minQty</c>. A smaller quantity gets code -4004.</summary>
    public decimal MinQuantity { get; init; } = 0.001m;

    /// <summary>Gets <c>maxQty</c> of orders with a limit price. A larger quantity gets code -4005.</summary>
    public decimal MaxQuantity { get; init; } = 1000m;

    /// <summary>Gets <c>maxQty</c> of market orders. A larger quantity gets code -4005.</summary>
    public decimal MaxMarketQuantity { get; init; } = 1000m;

    /// <summary>Gets <c>notional</c>: the least product of limit price and quantity unless the order is reduce-only. A smaller one gets code -4164.</summary>
    public decimal MinNotional { get; init; } = 100m;

    /// <summary>Gets <c>multiplierUp</c>: the most that the limit price may be of the trigger price. A higher one gets code -4183.</summary>
    public decimal MultiplierUp { get; init; } = 1.0500m;

    /// <summary>Gets <c>multiplierDown</c>: the least that the limit price may be of the trigger price. A lower one gets code -4184.</summary>
    public decimal MultiplierDown { get; init; } = 0.9500m;

    /// <summary>Gets <c>onboardDate</c>. Default: 2019-09-25 08:00 UTC.</summary>
    public DateTimeOffset OnboardDate { get; init; } = DateTimeOffset.FromUnixTimeMilliseconds(1569398400000);
}
