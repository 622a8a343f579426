namespace Binance.AlgoOrders.Benchmarks;

/// <summary>A figure of the simulated exchange and its bounds.</summary>
internal sealed record ServerBound(string Name, double Value, double Least = double.MinValue, double Most = double.MaxValue)
{
    public bool IsKept => Value >= Least && Value <= Most;

    public string Allowed => Most == double.MaxValue ? $"at least {Least.Whole()}" : $"at most {Most.Whole()}";
}
