namespace Binance.AlgoOrders.Soak;

/// <summary>Counts the file descriptors of this process on systems that list them as files.</summary>
internal static class OpenFileTable
{
    private const string Listing = "/proc/self/fd";

    public static (int? Files, int? Sockets) Count()
    {
        if (!Directory.Exists(Listing))
        {
            return (null, null);
        }

        // The descriptor that reads the listing is closed before its target is read.
        string[] targets = [.. Directory.GetFileSystemEntries(Listing).Select(TargetOf).OfType<string>()];
        return (targets.Length, targets.Count(target => target.Contains("socket:[", StringComparison.Ordinal)));
    }

    private static string? TargetOf(string descriptor)
    {
        try
        {
            return new FileInfo(descriptor).LinkTarget;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
