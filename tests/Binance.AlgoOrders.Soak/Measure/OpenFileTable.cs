namespace Binance.AlgoOrders.Soak;

/// <summary>The file descriptors of this process, where the system lists them as files.</summary>
internal static class OpenFileTable
{
    private const string Listing = "/proc/self/fd";

    public static (int? Files, int? Sockets) Count()
    {
        if (!Directory.Exists(Listing))
        {
            return (null, null);
        }

        // The one that reads the listing is gone when it is asked for its target.
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
