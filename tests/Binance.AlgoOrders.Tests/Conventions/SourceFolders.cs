using Mono.Cecil;

namespace Binance.AlgoOrders.Tests.Conventions;

/// <summary>The repository's own files, found from where the tests run.</summary>
internal static class SourceFolders
{
    private static readonly Lazy<Dictionary<string, string>> FolderByType = new(() => Files("src/Binance.AlgoOrders")
        .GroupBy(file => Path.GetFileNameWithoutExtension(file), StringComparer.Ordinal)
        .ToDictionary(files => files.Key, files => FirstFolder(files.First()), StringComparer.Ordinal));

    public static string Root { get; } = FindRoot();

    /// <summary>The folder of the library that a type's file lies in; empty for the project's root and for types of others.</summary>
    public static string Of(TypeReference type)
    {
        string name = type.Name.Split('`')[0];
        return FolderByType.Value.TryGetValue(name, out string? folder) ? folder : "";
    }

    /// <summary>The source files below a folder, relative to it.</summary>
    public static IEnumerable<string> Files(string folder) => Directory
        .EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Path.Combine(Root, folder), file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"));

    private static string FirstFolder(string file) => file.Contains('/', StringComparison.Ordinal) ? file[..file.IndexOf('/', StringComparison.Ordinal)] : "";

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
