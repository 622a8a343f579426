using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.Internal.Pipeline;

/// <summary>
/// Decides when another attempt of a request is sent although the first one is in progress. At most 10 percent of the requests may be such attempts without
/// use, so that an exchange that became slow does not get twice the load.
/// </summary>
/// <param name="hedgeAfter">The time after which an attempt is late, null to derive it from the round trips, or infinite to send no other attempt.</param>
/// <param name="overall">The estimate of the round trip to any endpoint.</param>
internal sealed class HedgePolicy(TimeSpan? hedgeAfter, RoundTripTime overall)
{
    // All amounts are tenths of an attempt.
    private const int Cost = 10;
    private const int PerRequest = 1;
    private const int Capacity = 50 * Cost;

    // Timers and pauses of the garbage collector are not more precise.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(20);

    // Enough for the first request from one continent to another, which opens a connection.
    private static readonly TimeSpan WithoutSample = TimeSpan.FromMilliseconds(500);

    private int _available = Capacity;

    /// <summary>Returns the time after which an attempt is late, or the longest time if no other one may be sent.</summary>
    public TimeSpan GetDelay(Attempt attempt) => hedgeAfter switch
    {
        _ when !attempt.IsRepeatable => TimeSpan.MaxValue,
        null => TimeMath.Max(attempt.Route.RoundTrip.Late ?? overall.Late ?? WithoutSample, Shortest),
        { Ticks: < 0 } => TimeSpan.MaxValue,
        TimeSpan fixedTime => fixedTime,
    };

    public void CountRequest() => Add(PerRequest);

    /// <summary>Returns true if there is room for another attempt, and takes it.</summary>
    public bool TryTake()
    {
        if (Interlocked.Add(ref _available, -Cost) >= 0)
        {
            return true;
        }

        Interlocked.Add(ref _available, Cost);
        return false;
    }

    /// <summary>Gives the room back that an attempt took, because its response came first.</summary>
    public void GiveBack() => Add(Cost);

    private void Add(int amount)
    {
        if (Volatile.Read(ref _available) < Capacity)
        {
            Interlocked.Add(ref _available, amount);
        }
    }
}
