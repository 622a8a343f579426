using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Binance.AlgoOrders.Internal;

/// <summary>The five functions of libsodium that signing takes. Where the library is looked for is <see cref="SodiumLibrary"/>'s to say.</summary>
internal static partial class Sodium
{
    public const int SeedSize = 32;
    public const int PublicKeySize = 32;
    public const int SecretKeySize = 64;
    public const int SignatureSize = 64;

    private const string Library = "libsodium";

    static Sodium() => NativeLibrary.SetDllImportResolver(typeof(Sodium).Assembly, Resolve);

    /// <summary>0 or 1 (it was called before): the library is ready. Thread-safe.</summary>
    [LibraryImport(Library, EntryPoint = "sodium_init")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Initialize();

    /// <summary>Memory between guard pages, kept out of swap and core dumps as far as the system lets it.</summary>
    [LibraryImport(Library, EntryPoint = "sodium_malloc")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial LockedMemory Allocate(nuint size);

    /// <summary>Zeroes the memory, then frees it.</summary>
    [LibraryImport(Library, EntryPoint = "sodium_free")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial void Free(nint memory);

    [LibraryImport(Library, EntryPoint = "crypto_sign_seed_keypair")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int MakeKeyPair(Span<byte> publicKey, LockedMemory secretKey, ReadOnlySpan<byte> seed);

    /// <summary>Writes 64 bytes; their number is not asked for. Thread-safe: it only reads the key.</summary>
    [LibraryImport(Library, EntryPoint = "crypto_sign_detached")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Sign(Span<byte> signature, nint signatureLength, ReadOnlySpan<byte> message, ulong messageLength, LockedMemory secretKey);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath) =>
        name == Library ? SodiumLibrary.Load(SodiumLibrary.Names) : 0;
}
