using System.Text;

namespace Binance.AlgoOrders.Tests;

/// <summary>Signs everything with the same text.</summary>
internal sealed class FixedSigner(string signature) : IRequestSigner
{
    public int MaxSignatureLength => signature.Length;

    public ValueTask<int> SignAsync(ReadOnlyMemory<byte> payload, Memory<byte> destination, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Encoding.ASCII.GetBytes(signature, destination.Span));
}
