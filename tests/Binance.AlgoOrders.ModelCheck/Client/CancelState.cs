using System.Runtime.InteropServices;

namespace Binance.AlgoOrders.ModelCheck;

/// <summary>A state of the model of a cancel: the orders, the copies in flight, the client and the time.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1, Size = 64)]
internal struct CancelState
{
    /// <summary>The client's facts, as a number of <see cref="FactsTable"/>.</summary>
    public int Facts;
    public OrderPair Orders;
    public CopyTriple Copies;

    /// <summary>The request, as a number of <see cref="Scenario.All"/>.</summary>
    public byte Scenario;
    public byte Tick;
    public ClientPhase Phase;

    /// <summary>The tick at which the request in progress began.</summary>
    public byte At;

    /// <summary>The tick at which the copy was sent whose response the client gets.</summary>
    public byte SentAt;

    /// <summary>The last tick at which another copy of the cancel in progress may be executed, whose response is not awaited, or zero.</summary>
    public byte OthersUntil;

    /// <summary>The tick at which the pause ends.</summary>
    public byte Until;

    /// <summary>The copies in flight of the cancel in progress.</summary>
    public byte AttemptCopies;

    /// <summary>The copies of the cancel in progress that were sent.</summary>
    public byte CopiesSent;
    public CancelResponse Response;

    /// <summary>The response to the lookup in progress, if the exchange has processed it.</summary>
    public LookupResponse Lookup;

    /// <summary>The list that was read before the query in progress without finding the order, as a number of <see cref="ModelCheck.ListBeforeQuery"/>.</summary>
    public byte ListBeforeQuery;

    /// <summary>The order that the acknowledgement names, plus one.</summary>
    public byte Acknowledged;

    /// <summary>The last tick at which a copy of an attempt with several copies may be executed, or zero.</summary>
    public byte SeveralCopiesUntil;
    public bool WasExecuted;
    public bool HasNext;
    public byte Faults;
    public byte Changes;
    public byte Delays;
    public byte Hedges;

    /// <summary>The last tick until which the outcome admits an execution, plus one. Zero if none can follow.</summary>
    public byte AdmittedUntil;
    public byte StepsInTick;
    public byte ClaimNumber;
    public Lie Lie;

    public readonly CancelClaim Claim => (CancelClaim)ClaimNumber;

    public readonly Scenario Request => ModelCheck.Scenario.All[Scenario];

    /// <summary>Returns the order that the call is about: the one that was open when the call began, else the youngest that existed then.</summary>
    public readonly int MeantOrder => Request.IsByClientId && Orders[1] is { Status: not OrderStatus.Absent, PlacedAt: OrderState.BeforeCall } ? 1 : 0;

    /// <summary>Returns what matters after the return: the copies and what they may cancel. Calls that differ in nothing else go on as one.</summary>
    public readonly CancelState AfterReturn(int mayExecuteUntil)
    {
        CancelState next = default;
        (next.Scenario, next.Tick, next.Phase, next.ClaimNumber) = (Scenario, Tick, ClientPhase.Returned, ClaimNumber);
        next.AdmittedUntil = (byte)(mayExecuteUntil + 1);
        next.Copies = Copies;
        for (int order = 0; order < 2; order++)
        {
            next.Orders[order].Status = Orders[order].Status;
            next.Orders[order].CancelFrom = Orders[order].CancelFrom;
        }

        return next;
    }

    /// <summary>The last tick at which the copy is executed whose response the client gets.</summary>
    public readonly byte ExpiresAt => (byte)(SentAt + Bounds.RecvWindow);

    /// <summary>Returns the index of a copy, or -1 if there is none.</summary>
    public readonly int FindCopy(CopyTarget target, byte expires)
    {
        for (int index = 0; index < CopyTriple.Count; index++)
        {
            if (Copies[index].Equals(target, expires))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Adds a copy.</summary>
    /// <returns>False if there is no free slot.</returns>
    public bool AddCopy(CopyTarget target, byte expires)
    {
        int free = FindCopy(CopyTarget.None, expires: 0);
        if (free < 0)
        {
            return false;
        }

        Copies[free] = new CopyState { Target = target, Expires = expires };
        SortCopies();
        return true;
    }

    public void RemoveCopy(int index)
    {
        Copies[index] = default;
        SortCopies();
    }

    /// <summary>Removes the copies that the exchange would not execute any more.</summary>
    public void RemoveExpiredCopies()
    {
        for (int index = 0; index < CopyTriple.Count; index++)
        {
            if (Copies[index].Expires < Tick)
            {
                Copies[index] = default;
            }
        }

        SortCopies();
    }

    // The same copies in another order are the same state.
    private void SortCopies()
    {
        Span<CopyState> copies = Copies;
        copies.Sort(static (first, second) => (second.Expires * 4) + (int)second.Target - (first.Expires * 4) - (int)first.Target);
    }
}

/// <summary>Specifies what the client waits for.</summary>
internal enum ClientPhase : byte
{
    Cancel,
    Query,
    List,
    Clock,
    Pause,
    Expiry,
    Returned,
}

/// <summary>Specifies the response to a cancel.</summary>
internal enum CancelResponse : byte
{
    /// <summary>There is none yet.</summary>
    None,
    Acknowledgement,
    NotFound,

    /// <summary>The order is being triggered.</summary>
    Triggering,
}
