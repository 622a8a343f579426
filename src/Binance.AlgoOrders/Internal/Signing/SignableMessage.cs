namespace Binance.AlgoOrders.Internal.Signing;

/// <summary>
/// A message that carries what it needs to be signed, and what became of its sends. Nobody between the transport and the
/// <see cref="SigningHandler"/> sees parameters, key or signature, and what somebody else's handler sends twice is known to have been
/// sent twice.
/// </summary>
internal sealed class SignableMessage(HttpMethod method, Uri address, IRequestParameters? parameters, TimeSpan recvWindow) : HttpRequestMessage(method, address)
{
    private int _sends;

    /// <summary>What is signed, together with the timing. Null: the message is sent without a signature.</summary>
    public IRequestParameters? Parameters { get; } = parameters;

    public TimeSpan RecvWindow { get; } = recvWindow;

    /// <summary>How often the message has been given to the primary handler.</summary>
    public int Sends => Volatile.Read(ref _sends);

    /// <summary>What the last send was stamped with; default: it was never stamped.</summary>
    public RequestTiming LastTiming { get; set; }

    /// <summary>Which inquiry had last brought the credentials that the last send was signed with; 0: it was never signed.</summary>
    public int LastInquiry { get; set; }

    /// <summary>Method and path: while it is being sent, the framework's own diagnostics print every message as text.</summary>
    public override string ToString() => $"{Method} {RequestUri?.AbsolutePath}";

    public void CountSend() => Interlocked.Increment(ref _sends);
}
