using Binance.AlgoOrders.Internal.Limits;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.Internal.Signing;

/// <summary>
/// A message that the <see cref="SigningHandler"/> signs. Handlers in front of it see no parameters, key or signature. The message records its
/// copies, because a user's handler may send it again.
/// </summary>
internal sealed class SignedRequestMessage(ApiRequest request, Uri address, TimeSpan recvWindow) : HttpRequestMessage(request.Endpoint.Method, address)
{
    private static readonly HttpRequestOptionsKey<UnreadRateLimit?> UnreadRateLimitKey = new("Binance.AlgoOrders.UnreadRateLimit");

    private readonly int _recvWindow = (int)recvWindow.TotalMilliseconds;
    private int _copiesSent;

    public ApiRequest Request => request;

    public TimeSpan RecvWindow => TimeSpan.FromMilliseconds(_recvWindow);

    /// <summary>Gets the number of copies that may have been executed. A copy that found no connection does not count.</summary>
    public int CopiesSent => Volatile.Read(ref _copiesSent);

    /// <summary>
    /// Gets the earliest timestamp of all copies with the window that ends at their latest expiry. A user's timing provider may return descending
    /// timestamps. The default value means that no copy was stamped.
    /// </summary>
    public RequestTiming Timing { get; private set; }

    /// <summary>Gets the version of the credentials that signed the last copy. 0 means that none was signed.</summary>
    public int CredentialsVersion { get; private set; }

    /// <summary>Gets or sets a 418 or 429 whose body has to be read for its time or scope, or null if there was none.</summary>
    public UnreadRateLimit? UnreadRateLimit
    {
        get
        {
            // The options are allocated by the first access, so that a message without a response does not touch them.
            if (CopiesSent > 0 && Options.TryGetValue(UnreadRateLimitKey, out UnreadRateLimit? limit))
            {
                return limit;
            }

            return null;
        }

        set => Options.Set(UnreadRateLimitKey, value);
    }

    /// <summary>Returns method and path only, because the framework's diagnostics print messages while they are sent.</summary>
    public override string ToString() => $"{Method} {RequestUri?.AbsolutePath}";

    /// <summary>Adds copies, or removes one that was certainly not executed.</summary>
    public void AddCopies(int count) => Interlocked.Add(ref _copiesSent, count);

    /// <summary>Records the timing and the credentials of a copy.</summary>
    public void RecordSignature(RequestTiming timing, int credentialsVersion)
    {
        CredentialsVersion = credentialsVersion;
        if (Timing == default)
        {
            Timing = timing;
            return;
        }

        long expiry = Math.Max(Timing.Timestamp + Timing.RecvWindow, timing.Timestamp + timing.RecvWindow);
        long window = Math.Min(expiry - Math.Min(Timing.Timestamp, timing.Timestamp), int.MaxValue);
        Timing = new RequestTiming(expiry - window, (int)window);
    }
}
