namespace Binance.AlgoOrders.Testing.Internal.State;

/// <summary>The times from which the views of the exchange contain an order.</summary>
internal readonly record struct ViewTimes(DateTimeOffset Query, DateTimeOffset Cancel, DateTimeOffset List)
{
    /// <summary>Adds the delays to the time of placement.</summary>
    /// <param name="placed">The time of placement.</param>
    /// <param name="delays">The delays of single views.</param>
    /// <param name="otherwise">The delay of the other views.</param>
    public static ViewTimes After(DateTimeOffset placed, SimulatedViewDelays delays, TimeSpan otherwise) =>
        new(placed + (delays.Query ?? otherwise), placed + (delays.Cancel ?? otherwise), placed + (delays.List ?? otherwise));
}
