using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Binance.AlgoOrders.Internal;

/// <summary>
/// Holds an Ed25519 key in guarded memory of libsodium, and signs with it. Disposing frees the key once no call uses it. This is the class for .NET 8,
/// which NSec does not support.
/// </summary>
internal sealed class Ed25519Key() : SafeHandle(invalidHandleValue: 0, ownsHandle: true)
{
    public const int SeedSize = 32;
    public const int SignatureSize = 64;

    private const int PublicKeySize = 32;
    private const int SecretKeySize = 64;

    public override bool IsInvalid => handle == 0;

    public static Ed25519Key Import(ReadOnlySpan<byte> seed)
    {
        ThrowIfFailed(Sodium.Initialize());
        Ed25519Key key = Sodium.Allocate(SecretKeySize);
        if (key.IsInvalid)
        {
            throw new CryptographicException("libsodium could not allocate memory for the key.");
        }

        ThrowIfFailed(Sodium.CreateKeyPair(stackalloc byte[PublicKeySize], key, seed));
        return key;
    }

    public void Sign(ReadOnlySpan<byte> payload, Span<byte> signature) =>
        ThrowIfFailed(Sodium.Sign(signature, signatureLength: 0, payload, (ulong)payload.Length, this));

    protected override bool ReleaseHandle()
    {
        Sodium.Free(handle);
        return true;
    }

    private static void ThrowIfFailed(int result)
    {
        if (result < 0)
        {
            throw new CryptographicException("libsodium failed.");
        }
    }
}
