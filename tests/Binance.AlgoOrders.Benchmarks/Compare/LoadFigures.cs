namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Summarizes all rounds of a variant under load.</summary>
internal sealed class LoadFigures(string name)
{
    private readonly List<double> _rates = [];
    private readonly List<double> _latencies = [];

    public string Name => name;

    /// <summary>The median of the requests per second.</summary>
    public double MedianRate => _rates.Median();

    /// <summary>The highest number of requests per second.</summary>
    public double BestRate => _rates.Max();

    /// <summary>The median latency in microseconds.</summary>
    public double MedianLatency => _latencies.Median();

    public void Add(double rate, double latency)
    {
        _rates.Add(rate);
        _latencies.Add(latency);
    }
}
