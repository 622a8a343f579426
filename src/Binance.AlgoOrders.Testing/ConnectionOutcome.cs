namespace Binance.AlgoOrders.Testing;

/// <summary>The state of the connection after a request.</summary>
public enum ConnectionOutcome
{
    /// <summary>The response is sent completely.</summary>
    Intact,

    /// <summary>The connection is aborted before the first byte of a response (RST over TCP).</summary>
    Reset,

    /// <summary>The connection is closed in good order before the first byte of a response (FIN over TCP). Some clients then resend on their own.</summary>
    Closed,

    /// <summary>The response begins and announces its full length, then the connection ends within the body.</summary>
    BrokenInsideBody,

    /// <summary>The connection is never established, so the request is not sent. An adapter over real sockets can only reset the connection.</summary>
    Refused,
}
