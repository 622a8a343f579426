using System.Runtime.InteropServices;

namespace Binance.AlgoOrders.ModelCheck;

/// <summary>A state of the model of a cancel of all orders.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1, Size = 40)]
internal struct ClearState
{
    /// <summary>The client's facts, as a number of <see cref="ClearFactsTable"/>.</summary>
    public int Facts;
    public ClearOrderPair Orders;
    public byte Tick;
    public ClearPhase Phase;
    public byte At;
    public byte Until;

    /// <summary>The ticks up to which the copies in flight are executed, each plus one, or zero for none.</summary>
    public byte AwaitedCopyUntil;
    public byte LateCopyUntil;

    /// <summary>The last tick at which an unknown copy may be executed, plus one, as the client counts it, or zero.</summary>
    public byte UnknownUntil;

    /// <summary>True if the awaited copy was executed.</summary>
    public bool IsExecuted;
    public bool HasNext;
    public byte Faults;
    public byte Changes;
    public byte Delays;
    public byte Hedges;

    /// <summary>The orders that the list in progress shows, as bits, plus one. Zero if the exchange has not processed it.</summary>
    public byte Listed;
    public byte StepsInTick;
    public Lie Lie;
    public bool IsClear;

    /// <summary>The orders that the list of open orders shows now, as bits.</summary>
    public readonly int OrdersInList
    {
        get
        {
            int bits = 0;
            for (int order = 0; order < 2; order++)
            {
                int bit = Orders[order].IsLive && Tick >= Orders[order].ListFrom ? 1 << order : 0;
                bits |= bit;
            }

            return bits;
        }
    }

    public readonly int Seen => (Orders[0].IsSeen ? 1 : 0) + (Orders[1].IsSeen ? 1 : 0);

    public readonly int Unsettled => (Orders[0] is { IsSeen: true, IsSettled: false } ? 1 : 0) + (Orders[1] is { IsSeen: true, IsSettled: false } ? 1 : 0);
}

/// <summary>Specifies what the client waits for.</summary>
internal enum ClearPhase : byte
{
    CancelAll,
    List,
    Settle,
    Pause,
    Expiry,
    Returned,
}
