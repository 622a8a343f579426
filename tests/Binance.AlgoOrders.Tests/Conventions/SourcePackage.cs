using System.Collections.Concurrent;

namespace Binance.AlgoOrders.Tests.Conventions;

/// <summary>The sources of a package, or of another folder of the repository.</summary>
internal sealed class SourcePackage
{
    /// <summary>The folders of the packages, below the repository's root.</summary>
    public static readonly string[] Packages =
    [
        "src/Binance.AlgoOrders",
        "src/Binance.AlgoOrders.Ed25519",
        "src/Binance.AlgoOrders.Redis",
        "src/Binance.AlgoOrders.Streams",
        "src/Binance.AlgoOrders.Testing",
    ];

    private static readonly ConcurrentDictionary<string, SourcePackage> Known = new(StringComparer.Ordinal);

    private SourcePackage(string name, IEnumerable<SourceFile> files)
    {
        Name = name;
        Files = [.. files];
    }

    public string Name { get; }

    public IReadOnlyList<SourceFile> Files { get; }

    /// <summary>Gets the sources below a folder of this repository. Each folder is read once.</summary>
    public static SourcePackage Of(string name) => Known.GetOrAdd(name, folder => Read(SourceFolders.Root, folder));

    /// <summary>Reads the sources below a folder of a checkout.</summary>
    public static SourcePackage Read(string root, string name)
    {
        string folder = Path.Combine(root, name);
        return new(name, SourceFolders.FilesBelow(folder).Select(file => SourceFile.Read(folder, file)));
    }

    /// <summary>Makes a package of texts, for tests of the rules themselves.</summary>
    public static SourcePackage FromTexts(params (string Path, string Text)[] files) => new("texts", files.Select(file => SourceFile.Parse(file.Path, file.Text)));
}
