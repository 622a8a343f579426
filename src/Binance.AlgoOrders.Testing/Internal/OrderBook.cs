namespace Binance.AlgoOrders.Testing.Internal;

/// <summary>All accounts and orders, and the one lock around everything that changes on the exchange.</summary>
internal sealed class OrderBook(ExchangeClock clock, DeterministicSequence ids)
{
    private readonly Dictionary<string, SimulatedKey> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<SimulatedAccount, List<SimulatedOrder>> _orders = [];
    private long _lastAlgoId = 2_000_000_183_677_643;

    // Beyond 2^53, as the ids of some live symbols are: a reader that goes through a double is found out.
    private long _lastActualOrderId = 8_389_765_520_183_677_643;

    public Gate Gate { get; } = new();

    public DateTimeOffset Now => clock.Now;

    public TimeSpan InvisibleAfterPlacing { get; set; }

    public SimulatedAccount AddAccount(string? apiKey, string? secretKey, SignatureVerifier? verifier = null)
    {
        lock (Gate)
        {
            var account = new SimulatedAccount(this, apiKey ?? ids.Text(64), secretKey ?? ids.Text(64));
            if (!_keys.TryAdd(account.ApiKey, new SimulatedKey(account, account.ApiKey, account.SecretKey, verifier)))
            {
                throw new ArgumentException("An account with this API key exists already.", nameof(apiKey));
            }

            _orders.Add(account, []);
            return account;
        }
    }

    public SimulatedKey AddKey(SimulatedAccount account)
    {
        lock (Gate)
        {
            var key = new SimulatedKey(account, ids.Text(64), ids.Text(64), verifier: null);
            _keys.Add(key.ApiKey, key);
            return key;
        }
    }

    public void RevokeKey(SimulatedAccount account, string apiKey)
    {
        lock (Gate)
        {
            if (FindKey(apiKey)?.Account != account)
            {
                throw new ArgumentException("This account has no such key.", nameof(apiKey));
            }

            _keys.Remove(apiKey);
        }
    }

    public SimulatedKey? FindKey(string apiKey)
    {
        lock (Gate)
        {
            return _keys.GetValueOrDefault(apiKey);
        }
    }

    public SimulatedOrder Place(SimulatedAccount account, SimulatedOrderTerms terms)
    {
        lock (Gate)
        {
            MarketOrders orders = account.OrdersIn(terms.Market);
            string clientAlgoId = terms.ClientAlgoId ?? ids.Text(22);
            if (orders.Find(clientAlgoId) is { IsLive: true })
            {
                throw new InvalidOperationException($"An open order of this account has the clientAlgoId '{clientAlgoId}' already.");
            }

            // One sequence for both markets, so that an id of one is never an id of the other.
            _lastAlgoId += 1 + ids.Below(1000);
            DateTimeOffset now = Now;
            var order = new SimulatedOrder(this, account, (_lastAlgoId, clientAlgoId), terms, (now, now + (terms.InvisibleFor ?? InvisibleAfterPlacing)));
            _orders[account].Add(order);
            orders.Add(order);
            return order;
        }
    }

    /// <summary>An order that nobody placed and nobody finds, to be answered in place of the right one.</summary>
    public SimulatedOrder Imagine(string clientAlgoId)
    {
        var nobody = new SimulatedAccount(this, apiKey: "", secretKey: "");
        return new SimulatedOrder(this, nobody, (1, clientAlgoId), new SimulatedOrderTerms(), (Now, Now));
    }

    public SimulatedOrder? Find(SimulatedAccount account, long algoId)
    {
        lock (Gate)
        {
            return account.OrdersIn(SimulatedMarket.UsdMargined).Find(algoId) ?? account.OrdersIn(SimulatedMarket.CoinMargined).Find(algoId);
        }
    }

    public SimulatedOrder? Find(SimulatedAccount account, string clientAlgoId)
    {
        lock (Gate)
        {
            SimulatedOrder? usd = account.OrdersIn(SimulatedMarket.UsdMargined).Find(clientAlgoId);
            SimulatedOrder? coin = account.OrdersIn(SimulatedMarket.CoinMargined).Find(clientAlgoId);
            return usd?.AlgoId > coin?.AlgoId ? usd : coin ?? usd;
        }
    }

    public IReadOnlyList<SimulatedOrder> OrdersOf(SimulatedAccount account)
    {
        lock (Gate)
        {
            return [.. _orders[account]];
        }
    }

    public SimulatedOrderCounts CountOrders(SimulatedAccount account, SimulatedMarket market)
    {
        lock (Gate)
        {
            return account.OrdersIn(market).Rate.CountsAt(Now);
        }
    }

    public long NextActualOrderId() => _lastActualOrderId += 1 + ids.Below(1000);
}
