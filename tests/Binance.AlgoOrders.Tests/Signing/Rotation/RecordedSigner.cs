using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Signing.Rotation;

/// <summary>Signs with a key of the simulated exchange, not always on the caller's thread, and records its disposal.</summary>
internal sealed class RecordedSigner(SimulatedKey key) : IRequestSigner, IDisposable
{
    private readonly HmacSha256Signer _signer = new(key.SecretKey);

    public bool IsDisposed { get; private set; }

    public int MaxSignatureLength => _signer.MaxSignatureLength;

    public async ValueTask<int> SignAsync(ReadOnlyMemory<byte> payload, Memory<byte> destination, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        return _signer.Sign(payload.Span, destination.Span);
    }

    public ApiCredentials ToCredentials(bool disposeSigner = true) => ApiCredentials.FromSigner(key.ApiKey, this, disposeSigner);

    public void Dispose()
    {
        IsDisposed = true;
        _signer.Dispose();
    }
}
