namespace Binance.AlgoOrders.Streams.Internal.Connection;

/// <summary>An open connection of a user data stream. It replies to pings itself. One message is received at a time.</summary>
internal interface IStreamConnection : IAsyncDisposable
{
    /// <summary>Gets the monotonic timestamp at which the last byte arrived, be it of an event, a ping or a pong.</summary>
    long LastReceivedTimestamp { get; }

    /// <summary>Returns the next message. Its text is valid until the next call.</summary>
    /// <exception cref="IOException">The connection was lost.</exception>
    ValueTask<StreamMessage> ReceiveAsync(CancellationToken cancellationToken);

    /// <summary>Sends a ping frame, to which the peer must reply with a pong.</summary>
    /// <exception cref="IOException">The connection was lost.</exception>
    Task PingAsync(CancellationToken cancellationToken);
}

/// <summary>Opens connections.</summary>
internal interface IStreamConnector
{
    /// <summary>Opens a connection.</summary>
    /// <param name="address">The address. Its query has the listen key.</param>
    /// <param name="cancellationToken">Cancels the handshake.</param>
    /// <exception cref="IOException">The connection could not be opened.</exception>
    Task<IStreamConnection> ConnectAsync(Uri address, CancellationToken cancellationToken);
}

/// <summary>A message.</summary>
/// <param name="Kind">The kind of the message.</param>
/// <param name="Text">The UTF-8 of a text. Empty for any other kind.</param>
internal readonly record struct StreamMessage(StreamMessageKind Kind, ReadOnlyMemory<byte> Text = default);

/// <summary>Specifies the kind of a message.</summary>
internal enum StreamMessageKind
{
    /// <summary>A whole text.</summary>
    Text,

    /// <summary>The peer closed the connection.</summary>
    Close,

    /// <summary>A binary message, or one that is too long. Binance sends neither.</summary>
    Invalid,
}
