using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Binance.AlgoOrders.Tests.Conventions;

/// <summary>The uses between the folders of a package, read from names in its sources. Comments and documentation do not count.</summary>
internal sealed class FolderGraph
{
    // Extension methods stand in namespaces of the framework too, which say nothing of a folder.
    private const string OurNamespaces = "Binance.AlgoOrders";

    private static readonly ConcurrentDictionary<string, FolderGraph> Known = new(StringComparer.Ordinal);

    public FolderGraph(SourcePackage package)
    {
        DeclaredTypes types = new(package);
        Folders = [.. package.Files.Select(file => file.Folder).Distinct().Order(StringComparer.Ordinal)];
        Uses = [.. package.Files.SelectMany(file => UsesOf(file, types)).Where(use => use.From != use.To).Distinct()];
    }

    public IReadOnlyList<string> Folders { get; }

    public IReadOnlyList<FolderUse> Uses { get; }

    /// <summary>Gets the folders that each folder uses.</summary>
    public IEnumerable<(string From, string[] To)> Arrows => Uses
        .GroupBy(use => use.From, StringComparer.Ordinal)
        .OrderBy(uses => uses.Key, StringComparer.Ordinal)
        .Select(uses => (uses.Key, uses.Select(use => use.To).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray()));

    /// <summary>Gets the graph of a package of this repository. Each package is read once.</summary>
    public static FolderGraph Of(string package) => Known.GetOrAdd(package, name => new(SourcePackage.Of(name)));

    /// <summary>Returns the groups of folders that use each other, directly or by way of others of the group.</summary>
    public IReadOnlyList<string[]> FindCycles()
    {
        Dictionary<string, HashSet<string>> reachable = Folders.ToDictionary(folder => folder, ReachableFrom, StringComparer.Ordinal);
        return
        [
            .. Folders
                .Where(folder => reachable[folder].Contains(folder))
                .GroupBy(folder => string.Join(", ", Folders.Where(other => reachable[folder].Contains(other) && reachable[other].Contains(folder))), StringComparer.Ordinal)
                .Select(cycle => cycle.ToArray()),
        ];
    }

    private static IEnumerable<FolderUse> UsesOf(SourceFile file, DeclaredTypes types) =>
    [
        .. from directive in file.Syntax.DescendantNodes().OfType<UsingDirectiveSyntax>()
           let space = directive.NamespaceOrType.ToString()
           where space.StartsWith(OurNamespaces, StringComparison.Ordinal)
           let folder = types.FolderOfNamespace(space)
           where folder is not null
           select new FolderUse(file.Folder, folder, file.Path, SourceFile.LineOf(directive), $"namespace {space}"),
        .. from name in file.Syntax.DescendantNodes().OfType<SimpleNameSyntax>()
           from declared in types.Find(file, name)
           select new FolderUse(file.Folder, declared.Folder, file.Path, SourceFile.LineOf(name), declared.Name),
    ];

    private HashSet<string> ReachableFrom(string folder)
    {
        HashSet<string> reached = new(StringComparer.Ordinal);
        Stack<string> open = new([folder]);
        while (open.TryPop(out string? current))
        {
            foreach (FolderUse use in Uses.Where(use => use.From == current && reached.Add(use.To)))
            {
                open.Push(use.To);
            }
        }

        return reached;
    }
}
