namespace Binance.AlgoOrders;

/// <summary>
/// Stamps requests immediately before they are sent. The default follows Binance's clock. Implement this interface for your own time source.
/// Implementations must be thread-safe.
/// </summary>
public interface IRequestTimingProvider
{
    /// <summary>Returns the timing of a request at the moment at which it is sent. Called again for every send.</summary>
    /// <param name="recvWindow">The validity of the request: 1 to 60,000 whole milliseconds.</param>
    RequestTiming Stamp(TimeSpan recvWindow);
}
