using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Binance.AlgoOrders.Internal;

/// <summary>Declares the five functions of libsodium that signing needs.</summary>
internal static partial class Sodium
{
    private const string Library = "libsodium";

    // A search path would leave out the folder of the program, where a natively compiled program has its libraries.
    static Sodium() => NativeLibrary.SetDllImportResolver(
        typeof(Sodium).Assembly,
        (name, assembly, _) => NativeLibrary.Load(name, assembly, searchPath: null));

    /// <summary>Initializes libsodium. Returns a negative number if it failed. Thread-safe.</summary>
    [LibraryImport(Library, EntryPoint = "sodium_init")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Initialize();

    /// <summary>Allocates memory between guard pages, kept out of swap and core dumps as far as the system allows.</summary>
    [LibraryImport(Library, EntryPoint = "sodium_malloc")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial Ed25519Key Allocate(nuint size);

    /// <summary>Zeroes and frees memory.</summary>
    [LibraryImport(Library, EntryPoint = "sodium_free")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial void Free(nint memory);

    [LibraryImport(Library, EntryPoint = "crypto_sign_seed_keypair")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int CreateKeyPair(Span<byte> publicKey, Ed25519Key secretKey, ReadOnlySpan<byte> seed);

    /// <summary>Writes a signature of 64 bytes. Thread-safe, because it only reads the key.</summary>
    [LibraryImport(Library, EntryPoint = "crypto_sign_detached")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Sign(Span<byte> signature, nint signatureLength, ReadOnlySpan<byte> message, ulong messageLength, Ed25519Key secretKey);
}
