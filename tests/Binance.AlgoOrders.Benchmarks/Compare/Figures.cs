namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Summarizes all rounds of a variant.</summary>
internal sealed record Figures(string Name, IReadOnlyList<Round> Rounds)
{
    public double MedianMicroseconds => Rounds.Select(round => round.Microseconds).Median();

    public double BestMicroseconds => Rounds.Min(round => round.Microseconds);

    /// <summary>Gets the median of the ratios to another variant's time in the same round.</summary>
    public double RatioTo(Figures other) => Rounds.Zip(other.Rounds, (own, others) => own.Microseconds / others.Microseconds).Median();

    /// <summary>Gets the bytes of a call in the round with the fewest, in which no other code allocated.</summary>
    public double Bytes => Rounds.Min(round => round.Bytes);
}
