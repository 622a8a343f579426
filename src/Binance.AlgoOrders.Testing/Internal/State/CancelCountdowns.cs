namespace Binance.AlgoOrders.Testing.Internal.State;

/// <summary>
/// The countdowns of an account, each of which cancels the open orders of its symbol when it ends. <see cref="ExchangeState.Lock"/> guards them.
/// </summary>
internal sealed class CancelCountdowns(ExchangeState exchange, MarketOrders orders, OrdinaryOrders ordinary)
{
    private readonly Dictionary<string, Countdown> _running = new(StringComparer.Ordinal);

    public DateTimeOffset? EndOf(string symbol) => _running.GetValueOrDefault(symbol)?.End;

    /// <summary>Starts a countdown. It replaces the one that is running for the symbol.</summary>
    public void Start(string symbol, TimeSpan duration)
    {
        Stop(symbol);
        var countdown = new Countdown(exchange.Now + duration);
        countdown.Timer = exchange.Time.CreateTimer(_ => Complete(symbol, countdown), state: null, duration, Timeout.InfiniteTimeSpan);
        _running.Add(symbol, countdown);
    }

    public void Stop(string symbol)
    {
        if (_running.Remove(symbol, out Countdown? countdown))
        {
            countdown.Timer?.Dispose();
        }
    }

    private void Complete(string symbol, Countdown countdown)
    {
        lock (exchange.Lock)
        {
            // A timer that fires while a request replaces or stops its countdown must not cancel anything.
            if (_running.GetValueOrDefault(symbol) != countdown)
            {
                return;
            }

            Stop(symbol);

            // Copies, because a canceled order leaves the list.
            SimulatedOrder[] open = [.. orders.Live.Where(order => order.Symbol == symbol && order.Status == SimulatedOrderStatus.New)];
            SimulatedOrdinaryOrder[] resting = [.. ordinary.Open.Where(order => order.Terms.Symbol == symbol)];
            Array.ForEach(open, static order => order.Cancel());
            Array.ForEach(resting, static order => order.Cancel());
        }
    }

    private sealed class Countdown(DateTimeOffset end)
    {
        public DateTimeOffset End => end;

        public ITimer? Timer { get; set; }
    }
}
