namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Delivers, loses and refuses the request in progress.</summary>
internal sealed class ResponseMoves(CancelClient client, Bounds bounds)
{
    public void AddTo(SuccessorList<CancelState> successors, in CancelState state)
    {
        bool hasFault = state.Faults < bounds.Faults;
        switch (state.Phase)
        {
            case ClientPhase.Cancel:
                AddCancel(successors, state, hasFault);
                break;
            case ClientPhase.Query:
                AddQuery(successors, state);
                AddFailedLookups(successors, state, hasFault, FactsEventKind.QueryFailed);
                break;
            case ClientPhase.List:
                AddList(successors, state);
                AddFailedLookups(successors, state, hasFault, FactsEventKind.ListFailed);
                break;
            case ClientPhase.Clock:
                AddClock(successors, state, hasFault);
                break;
        }
    }

    private void AddCancel(SuccessorList<CancelState> successors, in CancelState state, bool hasFault)
    {
        if (state.Response != CancelResponse.None)
        {
            Deliver(successors, state);
        }

        // The response of a copy for which there was no slot can only be lost.
        bool isForced = state is { Response: CancelResponse.None, AttemptCopies: 0 };
        if (hasFault || isForced)
        {
            CancelState next = AfterFault(state);
            Fail(ref next, FailureKinds.Unknown);
            successors.Add(new Move(MoveKind.Lose), next);
        }

        if (!hasFault || state is not { Response: CancelResponse.None, CopiesSent: 1, AttemptCopies: 1 })
        {
            return;
        }

        for (byte kind = 0; kind < FailureKinds.All.Count; kind++)
        {
            // Only the exchange knows that an order is absent, and an unknown execution is a lost response.
            if (kind != FailureKinds.NotFound && FailureKinds.All[kind].Facts.Execution == ExecutionStatus.NotExecuted)
            {
                CancelState next = AfterFault(state);
                next.RemoveCopy(next.FindCopy(client.TargetOf(state), (byte)(state.At + Bounds.RecvWindow)));
                Fail(ref next, kind);
                successors.Add(new Move(MoveKind.Refuse, kind), next);
            }
        }

        AddDuplicate(successors, state);
    }

    private void AddDuplicate(SuccessorList<CancelState> successors, in CancelState state)
    {
        CancelState next = AfterFault(state);
        if (next.AddCopy(client.TargetOf(state), (byte)(state.At + Bounds.RecvWindow)))
        {
            next.AttemptCopies++;
            next.CopiesSent++;
            next.SeveralCopiesUntil = (byte)(state.At + Bounds.RecvWindow);
            successors.Add(new Move(MoveKind.Duplicate), next);
        }
    }

    private void Deliver(SuccessorList<CancelState> successors, in CancelState state)
    {
        CancelState next = state;
        if (state.Response == CancelResponse.Acknowledgement)
        {
            client.React(ref next, new FactsEvent(FactsEventKind.Acknowledged, state.At, state.Acknowledged - 1));
        }
        else
        {
            // An earlier copy may have been executed, whatever the response to the last one says.
            bool isUnknown = state.CopiesSent > 1 || state.Response == CancelResponse.Triggering;
            Fail(ref next, isUnknown ? FailureKinds.Unknown : FailureKinds.NotFound);
        }

        successors.Add(new Move(MoveKind.Deliver, (byte)state.Response), next);
    }

    private void Fail(ref CancelState state, byte kind)
    {
        (state.Response, state.Acknowledged, state.AttemptCopies, state.CopiesSent) = (CancelResponse.None, 0, 0, 0);
        client.React(ref state, new FactsEvent(FactsEventKind.CancelFailed, state.At, kind));
    }

    private void AddQuery(SuccessorList<CancelState> successors, in CancelState state)
    {
        int order = Find(state, client.IdToQueryOf(state), static (in OrderState order, byte tick) => order.IsInQuery(tick));
        CancelState next = state;
        client.ReactToQuery(ref next, new FactsEvent(FactsEventKind.Queried, state.At, KeyOf(state, order)), SnapshotOf(state, order));
        successors.Add(new Move(MoveKind.Respond, (byte)(order + 1)), next);
    }

    private void AddList(SuccessorList<CancelState> successors, in CancelState state)
    {
        int order = Find(state, client.RequestedIdOf(state), static (in OrderState order, byte tick) => order.IsInList(tick));
        CancelState next = state;
        client.React(ref next, new FactsEvent(FactsEventKind.Listed, state.At, KeyOf(state, order)), SnapshotOf(state, order));
        successors.Add(new Move(MoveKind.Respond, (byte)(order + 1)), next);
    }

    private void AddFailedLookups(SuccessorList<CancelState> successors, in CancelState state, bool hasFault, FactsEventKind failed)
    {
        for (byte kind = 0; hasFault && kind < FailureKinds.All.Count; kind++)
        {
            if (kind != FailureKinds.NotFound)
            {
                CancelState next = AfterFault(state);
                client.React(ref next, new FactsEvent(failed, state.At, kind));
                successors.Add(new Move(MoveKind.Refuse, kind), next);
            }
        }
    }

    private void AddClock(SuccessorList<CancelState> successors, in CancelState state, bool hasFault)
    {
        for (byte reading = 0; reading < ClockReadings.All.Count; reading++)
        {
            CancelState next = state;
            client.React(ref next, new FactsEvent(FactsEventKind.ClockRead, state.At, reading));
            successors.Add(new Move(MoveKind.ReadClock, reading), next);
        }

        if (hasFault)
        {
            CancelState next = AfterFault(state);
            client.React(ref next, new FactsEvent(FactsEventKind.ClockNotRead, state.At));
            successors.Add(new Move(MoveKind.LoseClock), next);
        }
    }

    private static CancelState AfterFault(in CancelState state)
    {
        CancelState next = state;
        next.Faults++;
        return next;
    }

    private delegate bool Shows(in OrderState order, byte tick);

    // Of two orders with one client id, Binance shows the younger.
    private static int Find(in CancelState state, AlgoOrderId id, Shows shows)
    {
        for (int order = 1; order >= 0; order--)
        {
            if (id.Matches(OrderSnapshots.AlgoIdOf(order), Scenario.ClientId) && shows(state.Orders[order], state.Tick))
            {
                return order;
            }
        }

        return -1;
    }

    private static int KeyOf(in CancelState state, int order) => order < 0 ? -1 : OrderSnapshots.KeyOf(state.Scenario, order, state.Orders[order]);

    private static AlgoOrder? SnapshotOf(in CancelState state, int order) =>
        order < 0 ? null : OrderSnapshots.Create(state.Request, order, state.Orders[order]);
}
