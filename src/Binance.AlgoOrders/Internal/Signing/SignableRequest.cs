namespace Binance.AlgoOrders.Internal.Signing;

/// <summary>
/// What a message needs to be signed, and what became of its sends. It travels in the message's options, so that nobody between the
/// transport and the <see cref="SigningHandler"/> sees parameters, key or signature, and so that a message that somebody else's handler
/// sends twice, or clones, is known to have been sent twice.
/// </summary>
internal sealed class SignableRequest(string? parameters, TimeSpan recvWindow)
{
    private static readonly HttpRequestOptionsKey<SignableRequest> Key = new("Binance.AlgoOrders.SignableRequest");

    private int _sends;

    /// <summary>Percent-encoded, without timing and signature; may be empty. Null: the request is sent without a signature.</summary>
    public string? Parameters { get; } = parameters;

    public TimeSpan RecvWindow { get; } = recvWindow;

    /// <summary>How often the message has been given to the primary handler.</summary>
    public int Sends => Volatile.Read(ref _sends);

    /// <summary>What the last send was stamped with; default: it was never stamped.</summary>
    public RequestTiming LastTiming { get; set; }

    public static SignableRequest? Of(HttpRequestMessage message) => message.Options.TryGetValue(Key, out SignableRequest? request) ? request : null;

    public void AttachTo(HttpRequestMessage message) => message.Options.Set(Key, this);

    public void CountSend() => Interlocked.Increment(ref _sends);

    /// <summary>Without its parameters: this object travels through handlers that may print a message's options.</summary>
    public override string ToString() => nameof(SignableRequest);
}
