namespace Binance.AlgoOrders.IntegrationTests.Secrets;

/// <summary>The connection of the requests of a test.</summary>
public enum ConnectionKind
{
    /// <summary>In memory, in virtual time.</summary>
    Memory,

    /// <summary>Plain HTTP on loopback, through the client's own handler.</summary>
    Sockets,

    /// <summary>TLS on loopback, through the client's own handler.</summary>
    Tls,

    /// <summary>Plain HTTP on loopback, through a user's <see cref="HttpClientHandler"/>.</summary>
    HttpClientHandler,
}
