namespace Binance.AlgoOrders.Streams.Internal.Session;

/// <summary>The times of a stream that users do not set.</summary>
internal static class StreamTimes
{
    /// <summary>The pause before the first connection.</summary>
    public static readonly TimeSpan Start = TimeSpan.FromMilliseconds(1);

    /// <summary>The time limit of a handshake.</summary>
    public static readonly TimeSpan Connect = TimeSpan.FromSeconds(10);

    /// <summary>The interval of pings. Binance allows 5 pings and pongs in a second.</summary>
    public static readonly TimeSpan Ping = TimeSpan.FromSeconds(4);

    /// <summary>The time without a byte after which a connection is dead. With the interval of pings, that is found within 14 seconds.</summary>
    public static readonly TimeSpan ReceiveTimeout = TimeSpan.FromSeconds(10);

    /// <summary>The time that a push may take longer than a query. An event that comes later counts as missing.</summary>
    public static readonly TimeSpan PushDelay = TimeSpan.FromSeconds(3);

    /// <summary>The pause after a snapshot that failed.</summary>
    public static readonly TimeSpan SnapshotRetry = TimeSpan.FromSeconds(2);

    /// <summary>The time after the last extension at which a key is given up. Binance ends it after 60 minutes.</summary>
    public static readonly TimeSpan KeyValidity = TimeSpan.FromMinutes(55);

    /// <summary>The age at which a connection is replaced. Binance ends it after 24 hours.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromHours(23.5);

    /// <summary>The time for which an old and a new connection overlap.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromSeconds(10);

    /// <summary>The pause after a failed replacement of a connection that is old but works.</summary>
    public static readonly TimeSpan ReplaceRetry = TimeSpan.FromMinutes(1);
}
