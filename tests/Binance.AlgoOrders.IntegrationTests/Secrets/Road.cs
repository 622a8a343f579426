namespace Binance.AlgoOrders.IntegrationTests.Secrets;

/// <summary>How the requests of a test travel.</summary>
public enum Road
{
    /// <summary>Without sockets, in virtual time.</summary>
    Memory,

    /// <summary>Plain HTTP on loopback, through the client's own handler.</summary>
    Sockets,

    /// <summary>TLS on loopback, through the client's own handler.</summary>
    Tls,

    /// <summary>Plain HTTP on loopback, through a <see cref="HttpClientHandler"/> of the user's.</summary>
    HttpClientHandler,
}
