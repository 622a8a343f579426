namespace Binance.AlgoOrders.Benchmarks;

/// <summary>What all rounds of a variant came to under load.</summary>
internal sealed class LoadFigures(string name)
{
    private readonly List<double> _rates = [];
    private readonly List<double> _latencies = [];

    public string Name => name;

    /// <summary>Requests per second.</summary>
    public double MedianRate => _rates.Median();

    /// <summary>Requests per second.</summary>
    public double BestRate => _rates.Max();

    /// <summary>In microseconds.</summary>
    public double MedianLatency => _latencies.Median();

    public void Add(double rate, double latency)
    {
        _rates.Add(rate);
        _latencies.Add(latency);
    }
}
