namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Delivers, loses and refuses the response to the cancel in progress.</summary>
internal sealed class ResponseMoves(CancelClient client, Bounds bounds)
{
    public void AddTo(SuccessorList<CancelState> successors, in CancelState state)
    {
        if (state.Phase != ClientPhase.Cancel)
        {
            return;
        }

        bool hasFault = state.Faults < bounds.Faults;
        if (state.Response != CancelResponse.None)
        {
            Deliver(successors, state);
        }

        // The response of a copy for which there was no slot can only be lost.
        bool isForced = state is { Response: CancelResponse.None, AttemptCopies: 0 };
        if (hasFault || isForced)
        {
            CancelState next = AfterFault(state);
            client.FailCancel(ref next, FailureKinds.Unknown);
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
                next.RemoveCopy(next.FindCopy(client.TargetOf(state), state.ExpiresAt));
                client.FailCancel(ref next, kind);
                successors.Add(new Move(MoveKind.Refuse, kind), next);
            }
        }

        AddDuplicate(successors, state);
    }

    private void AddDuplicate(SuccessorList<CancelState> successors, in CancelState state)
    {
        CancelState next = AfterFault(state);
        if (next.AddCopy(client.TargetOf(state), state.ExpiresAt))
        {
            next.AttemptCopies++;
            next.CopiesSent++;
            next.SeveralCopiesUntil = state.ExpiresAt;
            successors.Add(new Move(MoveKind.Duplicate), next);
        }
    }

    private void Deliver(SuccessorList<CancelState> successors, in CancelState state)
    {
        CancelState next = state;
        if (state.Response == CancelResponse.Acknowledgement)
        {
            client.AcknowledgeCancel(ref next);
        }
        else
        {
            // An earlier copy may have been executed, whatever the response to the last one says.
            bool isUnknown = state.CopiesSent > 1 || state.Response == CancelResponse.Triggering;
            client.FailCancel(ref next, isUnknown ? FailureKinds.Unknown : FailureKinds.NotFound);
        }

        successors.Add(new Move(MoveKind.Deliver, (byte)state.Response), next);
    }

    private static CancelState AfterFault(in CancelState state)
    {
        CancelState next = state;
        next.Faults++;
        return next;
    }
}
