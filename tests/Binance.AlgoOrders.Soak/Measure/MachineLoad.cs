namespace Binance.AlgoOrders.Soak;

/// <summary>What else the machine has to do; figures of time mean nothing without.</summary>
internal static class MachineLoad
{
    private const string File = "/proc/loadavg";

    /// <summary>How many threads ran or wanted to, on average over a minute; "-": the system does not tell.</summary>
    public static string OfLastMinute => System.IO.File.Exists(File) ? System.IO.File.ReadAllText(File).Split(' ')[0] : "-";
}
