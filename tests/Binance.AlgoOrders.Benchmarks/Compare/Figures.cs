namespace Binance.AlgoOrders.Benchmarks;

/// <summary>What all rounds of a variant came to.</summary>
internal sealed record Figures(string Name, IReadOnlyList<Round> Rounds)
{
    public double MedianMicroseconds => Rounds.Select(round => round.Microseconds).Median();

    public double BestMicroseconds => Rounds.Min(round => round.Microseconds);

    /// <summary>How many times as long as another it took: the median of what every round, in which both had their turns, says.</summary>
    public double TimesOf(Figures other) => Rounds.Zip(other.Rounds, (own, others) => own.Microseconds / others.Microseconds).Median();

    /// <summary>Of a call, in the round in which nothing else allocated.</summary>
    public double Bytes => Rounds.Min(round => round.Bytes);
}
