namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Collects the successors of one state.</summary>
internal sealed class SuccessorList<TState>
    where TState : unmanaged
{
    private readonly List<(Move Move, TState State)> _items = [];

    public IReadOnlyList<(Move Move, TState State)> Items => _items;

    public void Add(Move move, in TState state) => _items.Add((move, state));

    public void Clear() => _items.Clear();
}
