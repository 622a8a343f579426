namespace Binance.AlgoOrders.Benchmarks;

/// <summary>What all rounds of a variant came to.</summary>
internal sealed record Figures(string Name, IReadOnlyList<Round> Rounds)
{
    public double MedianMicroseconds => Rounds.Select(round => round.Microseconds).Median();

    public double BestMicroseconds => Rounds.Min(round => round.Microseconds);

    /// <summary>Of a call, in the round in which nothing else allocated.</summary>
    public double Bytes => Rounds.Min(round => round.Bytes);
}
