namespace Binance.AlgoOrders.Internal.Requests;

/// <summary>Specifies the connection of an attempt.</summary>
internal enum ConnectionKind
{
    /// <summary>A connection of the main pool.</summary>
    Pooled,

    /// <summary>A connection of a second pool over HTTP/1.1, which is never that of a pooled attempt.</summary>
    Second,

    /// <summary>A new connection over HTTP/1.1, which is closed after the response.</summary>
    Fresh,
}
