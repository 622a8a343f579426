using Binance.AlgoOrders.Internal.Limits;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.Internal.Signing;

/// <summary>
/// A message that the <see cref="SigningHandler"/> signs. Handlers in front of it see no parameters, key or signature. The message records its
/// copies, because a user's handler may send it again.
/// </summary>
internal sealed class SignedRequestMessage(ApiRequest request, Uri address, TimeSpan recvWindow, ConnectionKind connection = ConnectionKind.Pooled)
    : HttpRequestMessage(request.Endpoint.Method, address)
{
    private static readonly HttpRequestOptionsKey<UnreadRateLimit?> UnreadRateLimitKey = new("Binance.AlgoOrders.UnreadRateLimit");

    private readonly int _recvWindow = (int)recvWindow.TotalMilliseconds;
    private int _copiesSent;
    private long _earliestTimestamp;
    private long _latestExpiry;
    private volatile bool _isAbandoned;

    public ApiRequest Request => request;

    public ConnectionKind Connection => connection;

    public TimeSpan RecvWindow => TimeSpan.FromMilliseconds(_recvWindow);

    /// <summary>Gets the number of copies that may have been executed. A copy that found no connection does not count.</summary>
    public int CopiesSent => Volatile.Read(ref _copiesSent);

    /// <summary>
    /// Gets the earliest timestamp of all copies with the window that ends at their latest expiry. A user's timing provider may return descending
    /// timestamps. The default value means that no copy was stamped.
    /// </summary>
    public RequestTiming Timing
    {
        get
        {
            long expiry = Volatile.Read(ref _latestExpiry);
            if (expiry == 0)
            {
                return default;
            }

            long window = Math.Min(expiry - Volatile.Read(ref _earliestTimestamp), int.MaxValue);
            return new RequestTiming(expiry - window, (int)window);
        }
    }

    /// <summary>Gets the version of the credentials that the last copy was sent with. 0 means that none was sent with any.</summary>
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

    /// <summary>Records the timing and the credentials of a copy that is about to be sent.</summary>
    /// <returns>False if the message was abandoned, so that the copy must not be sent.</returns>
    public bool TryRecordSignature(RequestTiming timing, int credentialsVersion)
    {
        long expiry = timing.Timestamp + timing.RecvWindow;
        if (_latestExpiry == 0)
        {
            Volatile.Write(ref _earliestTimestamp, timing.Timestamp);
            Volatile.Write(ref _latestExpiry, expiry);
        }
        else
        {
            Volatile.Write(ref _earliestTimestamp, Math.Min(_earliestTimestamp, timing.Timestamp));
            Volatile.Write(ref _latestExpiry, Math.Max(_latestExpiry, expiry));
        }

        return TryRecordKey(credentialsVersion);
    }

    /// <summary>Records the credentials of a copy that is about to be sent.</summary>
    /// <returns>False if the message was abandoned, so that the copy must not be sent.</returns>
    public bool TryRecordKey(int credentialsVersion)
    {
        CredentialsVersion = credentialsVersion;
        return !IsAbandonedAfterWrite();
    }

    /// <summary>True if no further copy may be sent, because the attempt has ended.</summary>
    public bool IsAbandoned => _isAbandoned;

    /// <summary>Ensures that no further copy is sent. The times of those that were sent do not change any more.</summary>
    public void Abandon()
    {
        _isAbandoned = true;
        Interlocked.MemoryBarrier();
    }

    // Either this thread sees that the message was abandoned, or the one that abandons it sees the times of the copy.
    private bool IsAbandonedAfterWrite()
    {
        Interlocked.MemoryBarrier();
        return _isAbandoned;
    }
}
