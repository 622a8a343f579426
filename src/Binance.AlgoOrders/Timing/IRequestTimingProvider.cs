namespace Binance.AlgoOrders;

/// <summary>Stamps what is about to leave. The default follows Binance's clock; implement it for a time source of your own. Thread-safe.</summary>
public interface IRequestTimingProvider
{
    /// <summary>Gives a request its timestamp, at the moment at which it leaves. Called anew for every send.</summary>
    /// <param name="recvWindow">The window that the request asks for: whole milliseconds, 1 to 60,000.</param>
    RequestTiming Stamp(TimeSpan recvWindow);
}
