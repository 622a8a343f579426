namespace Binance.AlgoOrders.Internal.Requests;

/// <summary>
/// Estimates after what time a response is late: the smoothed round trip plus four times its variation, as TCP estimates its retransmission timeout
/// (RFC 6298). Thread-safe.
/// </summary>
internal sealed class RoundTripTime
{
    private const int VariationsUntilLate = 4;
    private const int SamplesOfSmoothed = 8;
    private const int SamplesOfVariation = 4;

    private readonly Lock _lock = new();
    private long _smoothed;
    private long _variation;
    private long _late;

    /// <summary>Gets the time after which a response is late, or null before the first sample.</summary>
    public TimeSpan? Late => Volatile.Read(ref _late) switch
    {
        0 => null,
        long ticks => TimeSpan.FromTicks(ticks),
    };

    public void Add(TimeSpan roundTrip)
    {
        long sample = roundTrip.Ticks;
        lock (_lock)
        {
            if (_late == 0)
            {
                (_smoothed, _variation) = (sample, sample / 2);
            }
            else
            {
                _variation += (Math.Abs(_smoothed - sample) - _variation) / SamplesOfVariation;
                _smoothed += (sample - _smoothed) / SamplesOfSmoothed;
            }

            Volatile.Write(ref _late, Math.Max(_smoothed + (VariationsUntilLate * _variation), 1));
        }
    }
}
