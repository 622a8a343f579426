namespace Binance.AlgoOrders.ModelCheck;

/// <summary>The bounds of a model. One tick is one second.</summary>
/// <param name="Faults">The number of lost, refused and repeated requests.</param>
/// <param name="Changes">The number of changes that the market or another party makes.</param>
/// <param name="Delays">The number of requests that take a tick. The others take no time.</param>
/// <param name="Hedges">The number of cancels and lookups of which several copies are in flight.</param>
/// <param name="AllViews">True to try every combination of lags.</param>
internal sealed record Bounds(int Faults, int Changes, int Delays, int Hedges, bool AllViews)
{
    /// <summary>The ticks of a call.</summary>
    public const byte Timeout = 8;

    /// <summary>The ticks of VisibilityLag.</summary>
    public const byte Lag = 2;

    /// <summary>The ticks for which the exchange executes a copy.</summary>
    public const byte RecvWindow = 2;

    /// <summary>The ticks that the client waits beyond that.</summary>
    public const byte Margin = 1;

    /// <summary>The steps of a client that may follow each other without any time passing.</summary>
    public const byte MaxStepsInTick = 24;

    public static TimeSpan Tick { get; } = TimeSpan.FromSeconds(1);

    public static DateTimeOffset Epoch { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// Gets the bounds of the whole check. Each pair of faults, changes, slow requests and hedges is explored for itself, because all together are too many
    /// states.
    /// </summary>
    public static IReadOnlyList<Bounds> Long { get; } =
    [
        new(Faults: 1, Changes: 1, Delays: 0, Hedges: 0, AllViews: false),
        new(Faults: 2, Changes: 0, Delays: 0, Hedges: 0, AllViews: false),
        new(Faults: 0, Changes: 2, Delays: 0, Hedges: 0, AllViews: false),
        new(Faults: 1, Changes: 0, Delays: 1, Hedges: 0, AllViews: true),
        new(Faults: 0, Changes: 1, Delays: 1, Hedges: 0, AllViews: false),
        new(Faults: 1, Changes: 0, Delays: 0, Hedges: 1, AllViews: false),
        new(Faults: 0, Changes: 1, Delays: 0, Hedges: 1, AllViews: false),
        new(Faults: 0, Changes: 0, Delays: 1, Hedges: 1, AllViews: true),
        new(Faults: 0, Changes: 0, Delays: 0, Hedges: 2, AllViews: false),
    ];

    public static IReadOnlyList<Bounds> Short { get; } =
    [
        new(Faults: 1, Changes: 0, Delays: 1, Hedges: 0, AllViews: false),
        new(Faults: 0, Changes: 1, Delays: 1, Hedges: 0, AllViews: false),
        new(Faults: 0, Changes: 0, Delays: 0, Hedges: 1, AllViews: false),
    ];

    public static Bounds OfClear { get; } = new(Faults: 2, Changes: 1, Delays: 1, Hedges: 1, AllViews: true);

    public static Bounds OfReplace { get; } = new(Faults: 5, Changes: 4, Delays: 0, Hedges: 0, AllViews: false);

    /// <summary>Gets the bounds in which a lie of a broken rule is looked for, the smallest first.</summary>
    public static IReadOnlyList<Bounds> OfBrokenRules { get; } =
    [
        new(Faults: 0, Changes: 0, Delays: 0, Hedges: 0, AllViews: false),
        new(Faults: 1, Changes: 0, Delays: 0, Hedges: 0, AllViews: false),
        new(Faults: 0, Changes: 1, Delays: 0, Hedges: 0, AllViews: false),
        new(Faults: 0, Changes: 0, Delays: 0, Hedges: 1, AllViews: false),
        new(Faults: 1, Changes: 0, Delays: 1, Hedges: 0, AllViews: false),
        new(Faults: 1, Changes: 0, Delays: 0, Hedges: 1, AllViews: false),
        new(Faults: 0, Changes: 2, Delays: 0, Hedges: 0, AllViews: false),
        new(Faults: 1, Changes: 1, Delays: 0, Hedges: 0, AllViews: false),
    ];

    public static TimeSpan Ticks(int ticks) => ticks * Tick;

    /// <summary>Gets the bounds that all models have.</summary>
    public static string Common { get; } =
        $"ticks of one second: call {Timeout}, VisibilityLag {Lag}, recvWindow {RecvWindow} and margin {Margin}, lags 0 to 3, {CopyTriple.Count} copies in flight, 2 orders";

    public override string ToString() => $"at most {Faults} faults, {Changes} changes, {Delays} slow requests, {Hedges} hedges{(AllViews ? ", every lag" : "")}";
}
