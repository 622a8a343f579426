using System.Runtime.InteropServices;

namespace Binance.AlgoOrders.Internal;

/// <summary>Finds libsodium: that of the NuGet package beside the program, else that of the system.</summary>
internal static class SodiumLibrary
{
    /// <summary>
    /// Debian and Ubuntu install no libsodium.so without their development package, only the file that carries the version of its binary
    /// interface: 23 up to libsodium 1.0.18, 26 since. The functions used here are the same in both.
    /// </summary>
    public static IReadOnlyList<string> Names { get; } = ["libsodium", "libsodium.so.26", "libsodium.so.23"];

    public static nint Load(IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            // Without a search path, the folder of the assembly is looked into as well: that is where a published program has it.
            if (NativeLibrary.TryLoad(name, typeof(SodiumLibrary).Assembly, searchPath: null, out nint library))
            {
                return library;
            }
        }

        throw new DllNotFoundException(
            "Ed25519 keys need libsodium, which was not found. Keep the native files of the NuGet package 'libsodium' beside the program, or install "
            + "it on the system (Debian, Ubuntu: apt-get install libsodium23; Fedora: dnf install libsodium; Alpine: apk add libsodium).");
    }
}
