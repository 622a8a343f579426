namespace Binance.AlgoOrders.Internal.Requests;

/// <summary>Writes the parameters of a message, without timing and signature, into the buffer in which they are signed.</summary>
internal interface IRequestParameters
{
    /// <summary>Gets the number of bytes that <see cref="Write"/> needs at most.</summary>
    int MaxLength { get; }

    /// <summary>Writes the parameters, percent-encoded.</summary>
    /// <returns>The number of bytes written.</returns>
    int Write(Span<byte> destination);
}
