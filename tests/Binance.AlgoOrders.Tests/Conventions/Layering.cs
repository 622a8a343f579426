namespace Binance.AlgoOrders.Tests.Conventions;

/// <summary>The order of a package's folders, in which a folder uses only those above it.</summary>
internal sealed class Layering
{
    private readonly string[][][] _layers;

    /// <param name="package">The package's folder below the repository's root.</param>
    /// <param name="layers">
    /// A line per layer, the lowest code first. Folders that are parted by <c>|</c> do not use each other. Folders that are joined by <c>+</c> are one.
    /// </param>
    public Layering(string package, string layers)
    {
        Package = package;
        _layers = [.. layers.Split('\n').Select(layer => layer.Split('|').Select(group => group.Split('+', StringSplitOptions.TrimEntries)).ToArray())];
    }

    public string Package { get; }

    public IEnumerable<string> Folders => _layers.SelectMany(layer => layer).SelectMany(group => group);

    /// <summary>The types that every folder may use.</summary>
    public IReadOnlyList<string> VisibleToAll { get; init; } = [];

    /// <summary>Uses against the order that are accepted, each as <c>folder -> folder</c>.</summary>
    public IReadOnlyList<string> AcceptedAgainstOrder { get; init; } = [];

    /// <summary>Returns the uses of folders that are not above, those of one type in one file together.</summary>
    public IEnumerable<string> FindBreaches(FolderGraph graph) => FindUsesAgainstOrder(graph)
        .Where(use => !AcceptedAgainstOrder.Contains(Arrow(use)))
        .GroupBy(use => (use.From, use.To, use.File, use.Name), use => use.Line)
        .OrderBy(uses => uses.Key.File, StringComparer.Ordinal)
        .Select(uses => $"{uses.Key.From} ({uses.Key.File}, line {string.Join(", ", uses.Order())}) uses {uses.Key.Name} of {uses.Key.To}, which is not above it");

    /// <summary>Returns the accepted uses that the sources no longer have.</summary>
    public IEnumerable<string> FindNeedlessAcceptances(FolderGraph graph) => AcceptedAgainstOrder.Except(FindUsesAgainstOrder(graph).Select(Arrow));

    public override string ToString() => Package;

    private static string Arrow(FolderUse use) => $"{use.From} -> {use.To}";

    private IEnumerable<FolderUse> FindUsesAgainstOrder(FolderGraph graph) => graph.Uses.Where(use => !VisibleToAll.Contains(use.Name) && !MayUse(use.From, use.To));

    private bool MayUse(string user, string used)
    {
        (int Layer, int Group) userAt = PositionOf(user);
        (int Layer, int Group) usedAt = PositionOf(used);
        return usedAt.Layer < userAt.Layer || usedAt == userAt;
    }

    private (int Layer, int Group) PositionOf(string folder)
    {
        int layer = Array.FindIndex(_layers, groups => groups.Any(group => group.Contains(folder)));
        return layer < 0
            ? throw new InvalidOperationException($"Every folder of {Package} must be in its list of layers, but {folder} was not.")
            : (layer, Array.FindIndex(_layers[layer], group => group.Contains(folder)));
    }
}
