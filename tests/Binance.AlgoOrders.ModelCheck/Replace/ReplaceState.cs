using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Binance.AlgoOrders.ModelCheck;

/// <summary>A state of the model of a replacement.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1, Size = 40)]
internal struct ReplaceState
{
    public const int Current = 0;
    public const int Replacement = 1;
    public const int Bridge = 2;
    public const int Restored = 3;
    public const int Count = 4;

    public ReplaceOrders Orders;

    /// <summary>True if the current order and the replacement close the position, so that Binance refuses one beside the other.</summary>
    public bool ClosesPosition;

    public ReplaceSequence Sequence;
    public bool IsAutomatic;
    public bool CanBridge;
    public bool CanRestore;

    /// <summary>The outcomes of the client, as numbers of <see cref="ReplaceOutcomes"/>. Zero for none.</summary>
    public byte ReplacementOutcome;
    public byte CurrentOutcome;
    public byte ReplacementEnd;
    public byte BridgeOutcome;
    public byte BridgeEnd;
    public byte RestoredOutcome;

    /// <summary>The step that the client takes, or its claim.</summary>
    public ReplaceStep Step;
    public bool WasLiveAtStart;
    public byte Faults;
    public byte Changes;
    public byte Steps;
    public Lie Lie;

    public readonly bool IsReturned => Step >= ReplaceStep.ClaimReplaced;
}

/// <summary>An order of a replacement.</summary>
internal struct ReplaceOrder
{
    public ReplaceOrderStatus Status;

    /// <summary>True if the market or another party ended the order.</summary>
    public bool WasEndedByOthers;

    /// <summary>True if a copy of a cancel may be executed on the order.</summary>
    public bool HasLateCancel;

    /// <summary>True if a copy of its placement may be executed.</summary>
    public bool HasLatePlacement;

    public readonly bool IsLive => Status == ReplaceOrderStatus.New;

    /// <summary>True if the order is live or was left live by the call. A call cannot know of what follows its last look.</summary>
    public readonly bool WasLeftLive => IsLive || WasEndedByOthers;
}

/// <summary>Specifies the status of an order.</summary>
internal enum ReplaceOrderStatus : byte
{
    Absent,
    New,
    Triggered,
    Ended,
}

/// <summary>The orders of a replacement.</summary>
[InlineArray(ReplaceState.Count)]
internal struct ReplaceOrders
{
    private ReplaceOrder _first;
}
