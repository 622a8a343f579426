using System.Runtime.CompilerServices;

namespace Binance.AlgoOrders.ModelCheck;

/// <summary>An order of the symbol. The list shows it from one tick on, and a cancel of all orders finds it from another.</summary>
internal struct ClearOrder
{
    public bool Exists;
    public bool IsLive;
    public bool WasPlacedInCall;
    public byte CancelFrom;
    public byte ListFrom;
    public bool IsSeen;
    public bool IsSettled;

    public static ClearOrder Placed(byte cancelFrom, byte listFrom) => new() { Exists = true, IsLive = true, CancelFrom = cancelFrom, ListFrom = listFrom };
}

/// <summary>The two orders.</summary>
[InlineArray(2)]
internal struct ClearOrderPair
{
    private ClearOrder _first;
}
