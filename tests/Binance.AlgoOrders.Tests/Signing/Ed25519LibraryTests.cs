using System.Reflection;
using System.Runtime.Loader;

namespace Binance.AlgoOrders.Tests.Signing;

public class Ed25519LibraryTests
{
    [Fact]
    public void A_missing_native_library_is_reported_with_the_package_to_deploy()
    {
        var context = new ContextWithoutNativeLibraries();
        MethodInfo fromPem = context.LoadFromAssemblyPath(typeof(Ed25519Signer).Assembly.Location)
            .GetType(typeof(Ed25519Signer).FullName!, throwOnError: true)!
            .GetMethod(nameof(Ed25519Signer.FromPem))!;

        var exception = Assert.Throws<DllNotFoundException>(() => fromPem.Invoke(obj: null, BindingFlags.DoNotWrapExceptions, binder: null, [SampleKeys.Ed25519, null], culture: null));

        Assert.Contains("Deploy the native files of the NuGet package 'libsodium'", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Loads the assemblies that call libsodium a second time, and finds no native library for them.</summary>
    private sealed class ContextWithoutNativeLibraries() : AssemblyLoadContext(nameof(ContextWithoutNativeLibraries))
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name == "NSec.Cryptography" ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "NSec.Cryptography.dll")) : null;

        protected override nint LoadUnmanagedDll(string unmanagedDllName) => throw new DllNotFoundException($"There is no {unmanagedDllName}.");
    }
}
