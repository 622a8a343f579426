using System.Runtime.InteropServices;

namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Holds the distinct states in the order of their discovery, each with the move that led to it.</summary>
internal sealed class StateSet<TState>
    where TState : unmanaged
{
    private const int ChunkBits = 16;
    private const int ChunkSize = 1 << ChunkBits;
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private readonly List<Entry[]> _chunks = [];
    private int[] _slots = new int[1 << 20];

    public int Count { get; private set; }

    public ref readonly TState this[int index] => ref EntryAt(index).State;

    public Move MoveTo(int index) => EntryAt(index).Move;

    /// <summary>Returns the state before a state, or -1 if it is an initial one.</summary>
    public int ParentOf(int index) => EntryAt(index).Parent;

    /// <summary>Adds a state.</summary>
    /// <returns>True if it is new.</returns>
    public bool Add(in TState state, int parent, Move move)
    {
        int slot = SlotOf(state);
        if (_slots[slot] != 0)
        {
            return false;
        }

        if (Count == _chunks.Count << ChunkBits)
        {
            _chunks.Add(new Entry[ChunkSize]);
        }

        EntryAt(Count) = new Entry { State = state, Parent = parent, Move = move };
        _slots[slot] = ++Count;
        if (Count > _slots.Length / 2)
        {
            Grow();
        }

        return true;
    }

    private static ReadOnlySpan<byte> BytesOf(in TState state) => MemoryMarshal.AsBytes(new ReadOnlySpan<TState>(in state));

    private static uint HashOf(in TState state)
    {
        ulong hash = 0;
        foreach (ulong part in MemoryMarshal.Cast<byte, ulong>(BytesOf(state)))
        {
            hash = (hash ^ part) * Multiplier;
            hash ^= hash >> 29;
        }

        return (uint)(hash >> 32);
    }

    private ref Entry EntryAt(int index) => ref _chunks[index >> ChunkBits][index & (ChunkSize - 1)];

    private int SlotOf(in TState state)
    {
        int mask = _slots.Length - 1;
        int slot = (int)HashOf(state) & mask;
        while (_slots[slot] != 0 && !BytesOf(this[_slots[slot] - 1]).SequenceEqual(BytesOf(state)))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        for (int index = 0; index < Count; index++)
        {
            _slots[SlotOf(this[index])] = index + 1;
        }
    }

    private struct Entry
    {
        public TState State;
        public int Parent;
        public Move Move;
    }
}
