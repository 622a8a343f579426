using System.Runtime;
using System.Runtime.InteropServices;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Describes the environment of a measurement.</summary>
internal static class Surroundings
{
    public static string Text => $"{Machine}, {Collector}, {Compilation}";

    /// <summary>Describes the environment of child processes, which run with the defaults of a program.</summary>
    public static string OfChildren => $"{Machine}, tiered compilation";

    private static string Machine => $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} cores";

    private static string Collector => GCSettings.IsServerGC ? "server GC" : "workstation GC";

    private static string Compilation => IsTiered ? "tiered compilation" : "compiled at first call";

    // The runtime prefers the environment variable to the setting of the program.
    private static bool IsTiered => Environment.GetEnvironmentVariable("DOTNET_TieredCompilation") is { } switched
        ? switched != "0"
        : !AppContext.TryGetSwitch("System.Runtime.TieredCompilation", out bool isTiered) || isTiered;
}
