namespace Binance.AlgoOrders;

/// <summary>Configures one <see cref="AlgoOrderStream"/>. All options have a default. They are validated when the stream is created, or when the host starts.</summary>
public sealed class AlgoOrderStreamOptions
{
    /// <summary>
    /// Gets or sets the address of the user data stream, for a proxy or a simulated exchange: <c>wss</c>, or plain <c>ws</c> on <c>localhost</c> or a loopback IP
    /// address, without user, query or fragment. Null, the default, selects the host that belongs to the REST host of the client: <c>wss://fstream.binance.com</c>,
    /// <c>wss://demo-fstream.binance.com</c> or <c>wss://fstream.binancefuture.com</c>.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// Gets or sets the interval in which the listen key is extended and thereby confirmed, which costs a weight of 1. A key that was ended elsewhere is found
    /// by the next extension. 1 second to 30 minutes, by default 10 seconds.
    /// </summary>
    public TimeSpan KeyInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Gets or sets the interval in which the open orders are compared with the stream, which costs a weight of 40. A connection that is open but carries no
    /// events is found by the first change that a comparison shows. 10 seconds to 1 hour, by default 1 minute.
    /// </summary>
    public TimeSpan SnapshotInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Gets or sets the number of updates that are held for a reader that is slow. Further updates are merged by order. 1 to 1,000,000, by default 1,000.
    /// </summary>
    public int BufferCapacity { get; set; } = 1000;

    /// <summary>
    /// Gets or sets whether disposing the stream ends the listen key. An account has one listen key, so that the streams of all other programs of the account
    /// would end too. By default <see langword="false"/>.
    /// </summary>
    public bool EndsKeyOnDispose { get; set; }
}
