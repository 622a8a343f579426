using System.Runtime.CompilerServices;

namespace Binance.AlgoOrders.ModelCheck;

/// <summary>A copy of a cancel that is on its way to the exchange.</summary>
internal struct CopyState
{
    public CopyTarget Target;

    /// <summary>The last tick at which the exchange executes it.</summary>
    public byte Expires;

    public readonly bool Equals(CopyTarget target, byte expires) => Target == target && Expires == expires;
}

/// <summary>Specifies the order that a cancel names.</summary>
internal enum CopyTarget : byte
{
    /// <summary>The slot is free.</summary>
    None,

    /// <summary>The first order, by its algoId.</summary>
    First,

    /// <summary>The second order, by its algoId.</summary>
    Second,

    /// <summary>The open order with the client id.</summary>
    ClientId,
}

/// <summary>The copies in flight.</summary>
[InlineArray(Count)]
internal struct CopyTriple
{
    public const int Count = 3;
    private CopyState _first;
}
