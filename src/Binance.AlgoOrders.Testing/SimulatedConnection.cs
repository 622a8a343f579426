namespace Binance.AlgoOrders.Testing;

/// <summary>What happens to the connection instead of, or in the middle of, an answer.</summary>
public enum SimulatedConnection
{
    /// <summary>The answer is sent as a whole.</summary>
    Stays,

    /// <summary>Aborted before the first byte of an answer (RST over TCP).</summary>
    Reset,

    /// <summary>Closed in good order before the first byte of an answer (FIN over TCP); some clients re-send on their own then.</summary>
    Closed,

    /// <summary>The answer begins and announces its full length, then the connection ends within the body.</summary>
    BrokenInsideBody,

    /// <summary>Never established, so the request was never sent; an adapter over real sockets can only reset instead.</summary>
    Refused,
}
