namespace Binance.AlgoOrders;

/// <summary>Specifies the reason of a <see cref="AlgoOrderStreamStatus"/> other than <see cref="AlgoOrderStreamState.Live"/>.</summary>
public enum AlgoOrderStreamReason
{
    /// <summary>There is no reason: the stream is live, or connects for the first time.</summary>
    None,

    /// <summary>The listen key could not be started. <see cref="AlgoOrderStreamStatus.Failure"/> has the cause.</summary>
    KeyNotStarted,

    /// <summary>The connection could not be opened. <see cref="AlgoOrderStreamStatus.Failure"/> has the cause.</summary>
    ConnectionFailed,

    /// <summary>The connection was closed or lost.</summary>
    ConnectionClosed,

    /// <summary>Nothing arrived for 10 seconds, not even a response to a ping.</summary>
    ConnectionFrozen,

    /// <summary>The listen key has expired, or the account has another one.</summary>
    KeyExpired,

    /// <summary>The listen key could not be confirmed. <see cref="AlgoOrderStreamStatus.Failure"/> has the cause.</summary>
    KeyNotConfirmed,

    /// <summary>A message was not readable, or was longer than 1 MiB. It may have been a change.</summary>
    InvalidMessage,

    /// <summary>A query showed a change that no event had reported.</summary>
    UpdateMissing,

    /// <summary>The snapshot is not complete yet.</summary>
    SnapshotPending,

    /// <summary>The snapshot failed and is repeated. <see cref="AlgoOrderStreamStatus.Failure"/> has the cause.</summary>
    SnapshotFailed,

    /// <summary>The stream has been disposed.</summary>
    Disposed,
}
