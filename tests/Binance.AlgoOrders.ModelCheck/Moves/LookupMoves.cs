namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Processes, delivers and refuses the query, the list or the reading of the clock in progress.</summary>
internal sealed class LookupMoves(CancelClient client, Bounds bounds)
{
    public void AddTo(SuccessorList<CancelState> successors, in CancelState state)
    {
        bool hasFault = state.Faults < bounds.Faults;
        switch (state.Phase)
        {
            case ClientPhase.Query:
                AddLookup(successors, state, Find(state, client.IdToQueryOf(state), static (in OrderState order, byte tick) => order.IsInQuery(tick)));
                AddFailedLookups(successors, state, hasFault, FactsEventKind.QueryFailed);
                break;
            case ClientPhase.List:
                AddLookup(successors, state, Find(state, client.RequestedIdOf(state), static (in OrderState order, byte tick) => order.IsInList(tick)));
                AddFailedLookups(successors, state, hasFault, FactsEventKind.ListFailed);
                break;
            case ClientPhase.Clock:
                AddClock(successors, state, hasFault);
                break;
        }
    }

    // Of several copies of a lookup, the first response counts, which may be older than that of another copy.
    private void AddLookup(SuccessorList<CancelState> successors, in CancelState state, int order)
    {
        if (state.Lookup.IsProcessed)
        {
            Deliver(successors, state, state.Lookup);
            return;
        }

        LookupResponse response = LookupResponse.Of(state, order);
        Deliver(successors, state, response);
        if (state.Hedges < bounds.Hedges)
        {
            CancelState next = state;
            next.Hedges++;
            next.Lookup = response;
            successors.Add(new Move(MoveKind.Process, response.Found), next);
        }
    }

    private void Deliver(SuccessorList<CancelState> successors, in CancelState state, in LookupResponse response)
    {
        CancelState next = state;
        next.Lookup = default;
        (int key, AlgoOrder? order) = response.Read(state);
        if (state.Phase == ClientPhase.Query)
        {
            client.ReactToQuery(ref next, new FactsEvent(FactsEventKind.Queried, state.At, key), order);
        }
        else
        {
            client.ReactToList(ref next, new FactsEvent(FactsEventKind.Listed, state.At, key), order);
        }

        successors.Add(new Move(MoveKind.Respond, response.Found), next);
    }

    private void AddFailedLookups(SuccessorList<CancelState> successors, in CancelState state, bool hasFault, FactsEventKind failed)
    {
        for (byte kind = 0; hasFault && !state.Lookup.IsProcessed && kind < FailureKinds.All.Count; kind++)
        {
            if (kind != FailureKinds.NotFound)
            {
                CancelState next = AfterFault(state);
                var happened = new FactsEvent(failed, state.At, kind);
                if (failed == FactsEventKind.ListFailed)
                {
                    client.ReactToList(ref next, happened);
                }
                else
                {
                    client.ReactToQuery(ref next, happened);
                }

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
}
