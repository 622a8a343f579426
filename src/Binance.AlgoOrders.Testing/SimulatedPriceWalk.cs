using Binance.AlgoOrders.Testing.Internal;

namespace Binance.AlgoOrders.Testing;

/// <summary>Moves the price of a contract at random, the same way for the same seed.</summary>
public sealed class SimulatedPriceWalk
{
    private const int Parts = 1000;

    private readonly SimulatedExchange _exchange;
    private readonly SeededRandom _random;
    private readonly decimal _step;
    private readonly int _decimals;

    /// <summary>Creates a walk and sets the first price.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="symbol">The contract, such as <c>BTCUSDT</c>.</param>
    /// <param name="start">The first price, greater than zero. Further prices have as many decimals.</param>
    /// <param name="step">The largest change of one step as a part of the price, such as 0.001 for 0.1 percent. Greater than zero and less than one.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="ArgumentException"><paramref name="symbol"/> is empty or white space only.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="start"/> or <paramref name="step"/> is outside its range.</exception>
    public SimulatedPriceWalk(SimulatedExchange exchange, string symbol, decimal start, decimal step = 0.001m, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(step, 1);
        exchange.SetPrice(symbol, start);
        (_exchange, Symbol, Price, _step, _random) = (exchange, symbol, start, step, new SeededRandom(seed));
        _decimals = start.Scale;
    }

    /// <summary>Gets the contract.</summary>
    public string Symbol { get; }

    /// <summary>Gets the present price.</summary>
    public decimal Price { get; private set; }

    /// <summary>Makes one step: sets the next price, by which orders may trigger.</summary>
    /// <returns>The next price.</returns>
    public decimal Next()
    {
        decimal change = _step * (_random.Below((2 * Parts) + 1) - Parts) / Parts;
        decimal next = decimal.Round(Price * (1 + change), _decimals);

        // A price of zero is none.
        if (next > 0)
        {
            Price = next;
        }

        _exchange.SetPrice(Symbol, Price);
        return Price;
    }

    /// <summary>Makes steps at an interval until the token is canceled.</summary>
    /// <param name="interval">The time between two steps on the exchange's time provider. Greater than zero.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public async Task RunAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(interval, _exchange.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
            {
                Next();
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }
}
