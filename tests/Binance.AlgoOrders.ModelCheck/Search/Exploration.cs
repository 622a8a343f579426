namespace Binance.AlgoOrders.ModelCheck;

/// <summary>The result of an exploration.</summary>
internal sealed class Exploration
{
    private readonly List<(Lie Lie, string Path)> _paths = [];
    private readonly SortedDictionary<Lie, int> _liesByKind = [];

    /// <summary>Gets or sets the number of distinct states.</summary>
    public int States { get; set; }

    public int Lies { get; private set; }

    /// <summary>Gets the shortest paths to a lie, the first of each kind.</summary>
    public IReadOnlyList<(Lie Lie, string Path)> Paths => _paths;

    public IReadOnlyDictionary<Lie, int> LiesByKind => _liesByKind;

    public void Add(Lie lie, string? path)
    {
        Lies++;
        _liesByKind[lie] = _liesByKind.GetValueOrDefault(lie) + 1;
        if (path is not null && _liesByKind[lie] == 1)
        {
            _paths.Add((lie, path));
        }
    }
}
