using NSec.Cryptography;

namespace Binance.AlgoOrders.Internal;

/// <summary>Holds an Ed25519 key in guarded memory, and signs with it. Disposing frees the key once no call uses it.</summary>
internal sealed class Ed25519Key : IDisposable
{
    public const int SeedSize = 32;
    public const int SignatureSize = 64;

    private readonly Key _key;

    private Ed25519Key(Key key) => _key = key;

    public static Ed25519Key Import(ReadOnlySpan<byte> seed) => new(Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey));

    public void Sign(ReadOnlySpan<byte> payload, Span<byte> signature) => SignatureAlgorithm.Ed25519.Sign(_key, payload, signature);

    public void Dispose() => _key.Dispose();
}
