namespace Binance.AlgoOrders.Tests.Conventions;

/// <summary>The repository's own files, found from where the tests run.</summary>
internal static class SourceFolders
{
    public static string Root { get; } = FindRoot();

    /// <summary>The source files below a folder, relative to it, in the same order on every machine.</summary>
    public static IEnumerable<string> Files(string folder) => FilesBelow(Path.Combine(Root, folder));

    /// <summary>The source files below a folder given by its full path, relative to it.</summary>
    public static IEnumerable<string> FilesBelow(string folder) => Directory
        .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "artifacts"))
        .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Binance.AlgoOrders.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The tests run from within the repository; Binance.AlgoOrders.sln was found in no folder above them.");
    }
}
