using Binance.AlgoOrders.Testing.Internal.State;

namespace Binance.AlgoOrders.Testing;

/// <summary>An account of the exchange, with the credentials that a client signs with and the orders that it owns. Thread-safe.</summary>
public sealed partial class SimulatedAccount
{
    private readonly ExchangeState _exchange;
    private readonly MarketOrders _usdMargined;
    private readonly MarketOrders _coinMargined;

    internal SimulatedAccount(ExchangeState exchange, string apiKey, string secretKey)
    {
        _exchange = exchange;
        (_usdMargined, _coinMargined) = (new MarketOrders(exchange.MaxEndedOrders), new MarketOrders(exchange.MaxEndedOrders));
        _ordinary = [new OrdinaryOrders(exchange.MaxEndedOrders), new OrdinaryOrders(exchange.MaxEndedOrders)];
        Countdowns = new CancelCountdowns(exchange, _usdMargined, OrdinaryIn(SimulatedMarket.UsdMargined));
        ApiKey = apiKey;
        SecretKey = secretKey;
    }

    /// <summary>Gets the account's first API key, which is sent in the header <c>X-MBX-APIKEY</c>.</summary>
    public string ApiKey { get; }

    /// <summary>Gets the key of the HMAC-SHA256 signature. Empty if the account has a key pair, because the exchange holds only its public key.</summary>
    public string SecretKey { get; }

    /// <summary>Gets a copy of all orders that this account has placed, in both markets, the oldest first.</summary>
    public IReadOnlyList<SimulatedOrder> Orders => _exchange.OrdersOf(this);

    /// <summary>Gets the <see cref="Orders"/> that can still lead to a trade: <see cref="SimulatedOrder.IsLive"/>.</summary>
    public IReadOnlyList<SimulatedOrder> LiveOrders => _exchange.LiveOrdersOf(this);

    internal IEnumerable<MarketOrders> Markets => [_usdMargined, _coinMargined];

    /// <summary>Adds an API key with a random key and secret of 64 characters each. The account's other keys stay valid.</summary>
    public SimulatedKey AddKey() => _exchange.AddKey(this);

    /// <summary>Revokes an API key. From now on, requests with it are rejected: 401 with code -2015.</summary>
    /// <param name="apiKey">One of this account's keys, the first included.</param>
    /// <exception cref="ArgumentException">The key is not one of this account's keys, or is revoked already.</exception>
    public void RevokeKey(string apiKey) => _exchange.RevokeKey(this, apiKey);

    /// <summary>Places an order as if its owner had placed it in another program.</summary>
    /// <param name="symbol"><c>symbol</c>.</param>
    /// <param name="side"><c>side</c>: BUY or SELL.</param>
    /// <param name="type"><c>orderType</c>: STOP, STOP_MARKET, TAKE_PROFIT, TAKE_PROFIT_MARKET or TRAILING_STOP_MARKET.</param>
    /// <param name="triggerPrice"><c>triggerPrice</c>, in the quote asset, or <see langword="null"/> for 50000.00.</param>
    /// <param name="quantity"><c>quantity</c>, in the base asset, or <see langword="null"/> for 0.010.</param>
    /// <param name="clientAlgoId"><c>clientAlgoId</c>, not empty, or <see langword="null"/> for 22 random characters.</param>
    /// <param name="createdAt"><c>createTime</c>, or <see langword="null"/> for the current time.</param>
    /// <param name="invisibleFor">
    /// The time for which queries and cancels do not find the order, or <see langword="null"/> for <see cref="SimulatedExchange.PlacementVisibilityDelay"/>.
    /// </param>
    /// <returns>The order, NEW.</returns>
    /// <exception cref="ArgumentException"><paramref name="clientAlgoId"/> is empty.</exception>
    /// <exception cref="InvalidOperationException">An open order of this account has the same <paramref name="clientAlgoId"/>.</exception>
    public SimulatedOrder Place(
        string symbol = "BTCUSDT",
        string side = "SELL",
        string type = "STOP_MARKET",
        decimal? triggerPrice = null,
        decimal? quantity = null,
        string? clientAlgoId = null,
        DateTimeOffset? createdAt = null,
        TimeSpan? invisibleFor = null)
    {
        var terms = new SimulatedOrderTerms
        {
            Symbol = symbol,
            Side = side,
            Type = type,
            ClientAlgoId = clientAlgoId,
            CreatedAt = createdAt,
            VisibilityDelay = invisibleFor,
        };
        return Place(terms with { TriggerPrice = triggerPrice ?? terms.TriggerPrice, Quantity = quantity ?? terms.Quantity });
    }

    /// <summary>Places an order with any terms.</summary>
    /// <param name="terms">The terms of the order.</param>
    /// <returns>The order, NEW.</returns>
    /// <exception cref="ArgumentException">The <c>clientAlgoId</c> of the terms is empty.</exception>
    /// <exception cref="InvalidOperationException">An open order of this account has the same <c>clientAlgoId</c>.</exception>
    public SimulatedOrder Place(SimulatedOrderTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (terms.ClientAlgoId is "")
        {
            throw new ArgumentException("The clientAlgoId must not be empty. Null lets the exchange generate one.", nameof(terms));
        }

        return _exchange.Place(this, terms);
    }

    /// <summary>Returns the order with this id, whatever its status and age, or <see langword="null"/> if this account has none.</summary>
    /// <param name="algoId"><c>algoId</c>.</param>
    public SimulatedOrder? FindOrder(long algoId) => _exchange.Find(this, algoId);

    /// <summary>
    /// Returns the youngest order with this id, whatever its status and age, or <see langword="null"/> if this account has none. In each market, only
    /// the youngest can be open.
    /// </summary>
    /// <param name="clientAlgoId"><c>clientAlgoId</c>, compared character by character.</param>
    public SimulatedOrder? FindOrder(string clientAlgoId)
    {
        ArgumentNullException.ThrowIfNull(clientAlgoId);
        return _exchange.Find(this, clientAlgoId);
    }

    /// <summary>Returns the numbers of orders that the account has placed in the current windows of one market.</summary>
    /// <param name="market">The market. Each has its own counts.</param>
    public SimulatedOrderCounts CountOrders(SimulatedMarket market = SimulatedMarket.UsdMargined) => _exchange.CountOrders(this, market);

    internal MarketOrders OrdersIn(SimulatedMarket market) => market == SimulatedMarket.CoinMargined ? _coinMargined : _usdMargined;

    /// <summary>Returns a description without key and secret.</summary>
    public override string ToString() => $"Simulated account with {Orders.Count} orders";
}
