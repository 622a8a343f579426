using Binance.AlgoOrders.Testing.Internal;

namespace Binance.AlgoOrders.Testing;

/// <summary>An account of the exchange: the credentials that a client signs with, and the orders that it owns. Thread-safe.</summary>
public sealed class SimulatedAccount
{
    private readonly OrderBook _book;
    private readonly MarketOrders _usdMargined = new();
    private readonly MarketOrders _coinMargined = new();

    internal SimulatedAccount(OrderBook book, string apiKey, string secretKey)
    {
        _book = book;
        ApiKey = apiKey;
        SecretKey = secretKey;
    }

    /// <summary>Goes into the header <c>X-MBX-APIKEY</c>: the account's first key.</summary>
    public string ApiKey { get; }

    /// <summary>The key of the HMAC-SHA256 signature; empty when the account has a key pair, of which the exchange knows the public key only.</summary>
    public string SecretKey { get; }

    /// <summary>
    /// Whether the account holds long and short positions side by side (hedge mode), so that an order must say which of them it means:
    /// <c>positionSide</c> LONG or SHORT, and never <c>reduceOnly</c>. Default: <see langword="false"/>, one-way mode.
    /// </summary>
    public bool IsHedgeMode { get; set; }

    /// <summary>Every order that this account ever placed, in both markets, the oldest first; a copy.</summary>
    public IReadOnlyList<SimulatedOrder> Orders => _book.OrdersOf(this);

    /// <summary>Those of <see cref="Orders"/> that can still lead to a trade: <see cref="SimulatedOrder.IsLive"/>.</summary>
    public IReadOnlyList<SimulatedOrder> LiveOrders => [.. Orders.Where(static order => order.IsLive)];

    /// <summary>Gives the account one more key, with a made-up key and secret of 64 characters each. The ones before stay good.</summary>
    public SimulatedKey AddKey() => _book.AddKey(this);

    /// <summary>Takes a key back: requests with it are refused from now on, 401 with code -2015.</summary>
    /// <param name="apiKey">One of this account's keys, the first included.</param>
    /// <exception cref="ArgumentException">This account has no such key, or not any more.</exception>
    public void RevokeKey(string apiKey) => _book.RevokeKey(this, apiKey);

    /// <summary>Places an order as if its owner had done so in another program.</summary>
    /// <param name="symbol"><c>symbol</c>.</param>
    /// <param name="side"><c>side</c>: BUY or SELL.</param>
    /// <param name="type"><c>orderType</c>: STOP, STOP_MARKET, TAKE_PROFIT, TAKE_PROFIT_MARKET or TRAILING_STOP_MARKET.</param>
    /// <param name="triggerPrice"><c>triggerPrice</c>, in the quote asset; <see langword="null"/>: 50000.00.</param>
    /// <param name="quantity"><c>quantity</c>, in the base asset; <see langword="null"/>: 0.010.</param>
    /// <param name="clientAlgoId"><c>clientAlgoId</c>, any text but an empty one; <see langword="null"/>: made by the exchange, 22 characters.</param>
    /// <param name="createdAt"><c>createTime</c>; <see langword="null"/>: now.</param>
    /// <param name="invisibleFor">
    /// How long queries and cancels do not see it; <see langword="null"/>: <see cref="SimulatedExchange.InvisibleAfterPlacing"/>.
    /// </param>
    /// <returns>The order, NEW.</returns>
    /// <exception cref="ArgumentException"><paramref name="clientAlgoId"/> is empty.</exception>
    /// <exception cref="InvalidOperationException">An open order of this account has the <paramref name="clientAlgoId"/> already.</exception>
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
            InvisibleFor = invisibleFor,
        };
        return Place(terms with { TriggerPrice = triggerPrice ?? terms.TriggerPrice, Quantity = quantity ?? terms.Quantity });
    }

    /// <summary>Places an order with every term that there is.</summary>
    /// <param name="terms">What the order asks for.</param>
    /// <returns>The order, NEW.</returns>
    /// <exception cref="ArgumentException">The terms' <c>clientAlgoId</c> is empty.</exception>
    /// <exception cref="InvalidOperationException">An open order of this account has the same <c>clientAlgoId</c> already.</exception>
    public SimulatedOrder Place(SimulatedOrderTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (terms.ClientAlgoId is "")
        {
            throw new ArgumentException("A clientAlgoId is not empty; null lets the exchange make one.", nameof(terms));
        }

        return _book.Place(this, terms);
    }

    /// <summary>The order with this id, whatever became of it and however old it is; <see langword="null"/> when this account has none.</summary>
    /// <param name="algoId"><c>algoId</c>.</param>
    public SimulatedOrder? FindOrder(long algoId) => _book.Find(this, algoId);

    /// <summary>
    /// The youngest order with this id, whatever became of it; <see langword="null"/> when this account has none. In each market, only the youngest
    /// can be open.
    /// </summary>
    /// <param name="clientAlgoId"><c>clientAlgoId</c>, compared character by character.</param>
    public SimulatedOrder? FindOrder(string clientAlgoId)
    {
        ArgumentNullException.ThrowIfNull(clientAlgoId);
        return _book.Find(this, clientAlgoId);
    }

    /// <summary>How many orders the account has placed lately in one market, as the exchange counts them.</summary>
    /// <param name="market">Each has counts of its own.</param>
    public SimulatedOrderCounts CountOrders(SimulatedMarket market = SimulatedMarket.UsdMargined) => _book.CountOrders(this, market);

    internal MarketOrders OrdersIn(SimulatedMarket market) => market == SimulatedMarket.CoinMargined ? _coinMargined : _usdMargined;

    /// <summary>Says what this is; neither key nor secret.</summary>
    public override string ToString() => $"Simulated account with {Orders.Count} orders";
}
