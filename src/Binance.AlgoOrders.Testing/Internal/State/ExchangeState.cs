using Binance.AlgoOrders.Testing.Internal.Push;
using Binance.AlgoOrders.Testing.Internal.Time;

namespace Binance.AlgoOrders.Testing.Internal.State;

/// <summary>All accounts, keys and orders, and the one lock that guards everything that changes on the exchange.</summary>
/// <param name="clock">The exchange's clock.</param>
/// <param name="random">The source of keys and ids.</param>
/// <param name="options">The options of the exchange.</param>
internal sealed class ExchangeState(ExchangeClock clock, SeededRandom random, SimulatedExchangeOptions options)
{
    // A timer takes at most 49 days.
    private static readonly TimeSpan MaxTimerDelay = TimeSpan.FromDays(40);

    private readonly Dictionary<string, SimulatedKey> _keys = new(StringComparer.Ordinal);
    private readonly List<SimulatedAccount> _accounts = [];
    private long _lastAlgoId = 2_000_000_183_677_643;

    // Beyond 2^53, as the ids of some live symbols are, so that a client that reads ids as doubles fails.
    private long _lastActualOrderId = 8_389_765_520_183_677_643;

    public Lock Lock { get; } = new();

    public TimeProvider Time => clock.Time;

    public DateTimeOffset Now => clock.Now;

    public TimeSpan PlacementVisibilityDelay { get; set; }

    public SimulatedViewDelays PlacementViewDelays { get; set; } = new();

    public TimeSpan QueryStatusDelay { get; set; }

    public TimeSpan TriggeringDuration { get; set; }

    public int? EmptyCancelAllErrorCode { get; set; }

    public MarketPrices Prices { get; } = new();

    public MatchingEngine Matching => field ??= new MatchingEngine(this);

    public IReadOnlyCollection<SimulatedAccount> Accounts => _accounts;

    /// <summary>Gets the number of ended orders of a kind and market that each account keeps, or null for all.</summary>
    public int? MaxEndedOrders => options.MaxEndedOrders;

    public UserStreams Streams { get; } = new(clock, random, options.MaxUnreadMessages);

    /// <summary>Reads a value within the lock.</summary>
    public T Read<T>(Func<T> read)
    {
        lock (Lock)
        {
            return read();
        }
    }

    public SimulatedAccount AddAccount(string? apiKey, string? secretKey, SignatureVerifier? verifier = null)
    {
        lock (Lock)
        {
            var account = new SimulatedAccount(this, apiKey ?? random.Text(64), secretKey ?? random.Text(64));
            if (!_keys.TryAdd(account.ApiKey, new SimulatedKey(account, account.ApiKey, account.SecretKey, verifier)))
            {
                throw new ArgumentException("The API key must be unique, but another account has it.", nameof(apiKey));
            }

            _accounts.Add(account);
            return account;
        }
    }

    public SimulatedKey AddKey(SimulatedAccount account)
    {
        lock (Lock)
        {
            var key = new SimulatedKey(account, random.Text(64), random.Text(64), verifier: null);
            _keys.Add(key.ApiKey, key);
            return key;
        }
    }

    public void RevokeKey(SimulatedAccount account, string apiKey)
    {
        lock (Lock)
        {
            if (FindKey(apiKey)?.Account != account)
            {
                throw new ArgumentException("The API key must belong to this account and must not be revoked.", nameof(apiKey));
            }

            _keys.Remove(apiKey);
        }
    }

    public SimulatedKey? FindKey(string apiKey) => Read(() => _keys.GetValueOrDefault(apiKey));

    public SimulatedOrder Place(SimulatedAccount account, SimulatedOrderTerms terms)
    {
        lock (Lock)
        {
            MarketOrders orders = account.OrdersIn(terms.Market);
            string clientAlgoId = terms.ClientAlgoId ?? NextClientId();
            if (orders.Find(clientAlgoId) is { IsLive: true })
            {
                throw new InvalidOperationException($"The clientAlgoId must be unique among the account's open orders, but '{clientAlgoId}' is in use.");
            }

            // One sequence for both markets, so that an id of one market is never an id of the other.
            _lastAlgoId += 1 + random.Below(1000);
            DateTimeOffset now = Now;
            var order = new SimulatedOrder(this, account, (_lastAlgoId, clientAlgoId), terms, now, VisibleTimes(terms, now));
            orders.Add(order);
            Streams.PublishUpdateOf(order);
            if (terms.GoodTillDate > now)
            {
                ExpireAt(order, terms.GoodTillDate.Value);
            }

            return order;
        }
    }

    /// <summary>Creates an order that no account owns, for responses about an order that does not exist.</summary>
    public SimulatedOrder CreatePhantomOrder(string clientAlgoId)
    {
        var phantom = new SimulatedAccount(this, apiKey: "", secretKey: "");
        return new SimulatedOrder(this, phantom, (1, clientAlgoId), new SimulatedOrderTerms(), Now, default);
    }

    public SimulatedOrder? Find(SimulatedAccount account, long algoId) =>
        Read(() => account.Markets.Select(orders => orders.Find(algoId)).FirstOrDefault(static order => order is not null));

    public SimulatedOrder? Find(SimulatedAccount account, string clientAlgoId) =>
        Read(() => account.Markets.Select(orders => orders.Find(clientAlgoId)).MaxBy(static order => order?.AlgoId));

    public IReadOnlyList<SimulatedOrder> OrdersOf(SimulatedAccount account) => Merge(account, static orders => orders.All);

    public IReadOnlyList<SimulatedOrder> LiveOrdersOf(SimulatedAccount account) => Merge(account, static orders => orders.Live);

    public SimulatedOrderCounts CountOrders(SimulatedAccount account, SimulatedMarket market) => Read(() => account.OrdersIn(market).Rate.CountsAt(Now));

    public string NextClientId() => random.Text(22);

    public long NextActualOrderId() => _lastActualOrderId += 1 + random.Below(1000);

    private SimulatedOrder[] Merge(SimulatedAccount account, Func<MarketOrders, IEnumerable<SimulatedOrder>> select) =>
        Read(() => account.Markets.SelectMany(select).OrderBy(static order => order.AlgoId).ToArray());

    private void ExpireAt(SimulatedOrder order, DateTimeOffset date)
    {
        lock (Lock)
        {
            if (order.Status != SimulatedOrderStatus.New)
            {
                return;
            }

            TimeSpan rest = date - Now;
            if (rest <= TimeSpan.Zero)
            {
                order.Expire();
                return;
            }

            order.Expiry = OneShotTimer.Start(clock.Time, TimeSpan.FromTicks(Math.Min(rest.Ticks, MaxTimerDelay.Ticks)), () => ExpireAt(order, date));
        }
    }

    // The terms of an order override the settings of the exchange, also if they only give one delay for all views.
    private ViewTimes VisibleTimes(SimulatedOrderTerms terms, DateTimeOffset now)
    {
        SimulatedViewDelays settings = terms.VisibilityDelay is null ? PlacementViewDelays : new SimulatedViewDelays();
        return ViewTimes.After(now, terms.ViewDelays ?? settings, terms.VisibilityDelay ?? PlacementVisibilityDelay);
    }
}
