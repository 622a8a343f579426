using System.Runtime;
using System.Runtime.InteropServices;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>What figures mean nothing without.</summary>
internal static class Surroundings
{
    public static string Text =>
        $"{Machine}, {(GCSettings.IsServerGC ? "server" : "workstation")} GC, {(IsTiered ? "tiered compilation" : "compiled at first call")}";

    /// <summary>The processes that this one starts run as programs do.</summary>
    public static string OfChildren => $"{Machine}, tiered compilation";

    private static string Machine => $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} cores";

    // The switch of the environment comes before that of the program, as it does for the runtime.
    private static bool IsTiered => Environment.GetEnvironmentVariable("DOTNET_TieredCompilation") is { } switched
        ? switched != "0"
        : !AppContext.TryGetSwitch("System.Runtime.TieredCompilation", out bool isTiered) || isTiered;
}
