using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.Internal.Signing;

/// <summary>
/// A message that the <see cref="SigningHandler"/> signs. Handlers in front of it see no parameters, key or signature. The message counts how
/// often it was sent, because a user's handler may send it again.
/// </summary>
internal sealed class SignedRequestMessage(HttpMethod method, Uri address, IRequestParameters? parameters, TimeSpan recvWindow) : HttpRequestMessage(method, address)
{
    private int _timesSent;

    /// <summary>Gets the parameters to sign, or null if the message is sent without a signature.</summary>
    public IRequestParameters? Parameters { get; } = parameters;

    public TimeSpan RecvWindow { get; } = recvWindow;

    /// <summary>Gets the number of times the message was passed to the primary handler.</summary>
    public int TimesSent => Volatile.Read(ref _timesSent);

    /// <summary>Gets or sets the timing of the last copy. The default value means that none was stamped.</summary>
    public RequestTiming LastTiming { get; set; }

    /// <summary>Gets or sets the version of the credentials that signed the last copy. 0 means that none was signed.</summary>
    public int LastCredentialsVersion { get; set; }

    /// <summary>Returns method and path only, because the framework's diagnostics print messages while they are sent.</summary>
    public override string ToString() => $"{Method} {RequestUri?.AbsolutePath}";

    public void CountCopy() => Interlocked.Increment(ref _timesSent);
}
