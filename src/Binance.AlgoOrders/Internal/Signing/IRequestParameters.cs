namespace Binance.AlgoOrders.Internal.Signing;

/// <summary>The parameters of a message, without timing and signature. They are written straight to where they are signed.</summary>
internal interface IRequestParameters
{
    /// <summary>How many bytes <see cref="Write"/> needs at most.</summary>
    int MaxLength { get; }

    /// <summary>Writes them, percent-encoded.</summary>
    /// <returns>How many bytes were written.</returns>
    int Write(Span<byte> destination);
}
