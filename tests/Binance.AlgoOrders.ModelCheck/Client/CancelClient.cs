namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Follows the library's decision from one wait to the next.</summary>
internal sealed class CancelClient(FactsTable facts, BrokenRule? rule)
{
    /// <summary>Starts the call.</summary>
    public void Begin(ref CancelState state)
    {
        state.Facts = facts.Add(CancelFacts.Of(state.Request.CreateRequest(), ClockReadings.Unread));
        Follow(ref state);
    }

    /// <summary>Applies an event and takes the steps that follow it, up to the next wait.</summary>
    public void React(ref CancelState state, FactsEvent happened, AlgoOrder? order = null)
    {
        state.Facts = facts.After(state.Facts, happened, order);
        Follow(ref state);
    }

    /// <summary>Applies the response to a query. If the order is absent and its symbol is known, the open orders are read next.</summary>
    public void ReactToQuery(ref CancelState state, FactsEvent happened, AlgoOrder? order = null)
    {
        CancelFacts before = facts[state.Facts];
        state.Facts = facts.After(state.Facts, happened, order);
        if (state.ListBeforeQuery != ListBeforeQuery.None)
        {
            ReactToBoth(ref state, before);
            return;
        }

        if (before.Symbol is null || facts[state.Facts].AbsentLookups <= before.AbsentLookups)
        {
            Follow(ref state);
            return;
        }

        if (rule is { SkipsList: true })
        {
            React(ref state, new FactsEvent(FactsEventKind.Listed, state.At));
            return;
        }

        state.Phase = ClientPhase.List;
        state.Until = (byte)Math.Min(state.Tick + 1, Bounds.Timeout);
    }

    /// <summary>Applies the response to a list. If it is read before the query and does not show the order, the query follows.</summary>
    public void ReactToList(ref CancelState state, FactsEvent happened, AlgoOrder? order = null)
    {
        if (state.Request.Mode != CancelMode.LookUpOnly)
        {
            React(ref state, happened, order);
            return;
        }

        if (order is not null && facts.After(state.Facts, happened with { Kind = FactsEventKind.ListedFirst }, order) is var listed
            && facts[listed].AbsentLookups <= facts[state.Facts].AbsentLookups)
        {
            state.Facts = listed;
            Follow(ref state);
            return;
        }

        state.ListBeforeQuery = order is null ? ListBeforeQuery.Of(happened) : ListBeforeQuery.Of(order);
        state.Phase = ClientPhase.Query;
        state.Until = (byte)Math.Min(state.Tick + 1, Bounds.Timeout);
    }

    /// <summary>Applies the acknowledgement of the cancel in progress. The outcome says until when other copies may be executed.</summary>
    public void AcknowledgeCancel(ref CancelState state)
    {
        if (rule is not { ForgetsOtherCopies: true })
        {
            state.SeveralCopiesUntil = Math.Max(state.SeveralCopiesUntil, state.OthersUntil);
        }

        React(ref state, new FactsEvent(FactsEventKind.Acknowledged, state.At, state.Acknowledged - 1));
    }

    /// <summary>Applies a failure of the cancel in progress.</summary>
    public void FailCancel(ref CancelState state, byte kind)
    {
        bool isUnknown = FailureKinds.All[kind].Facts.Execution == ExecutionStatus.Unknown;
        byte until = isUnknown ? Math.Max(state.OthersUntil, state.ExpiresAt) : state.OthersUntil;
        var failed = new FactsEvent(FactsEventKind.CancelFailed, state.At, kind, until, HasOther: state.OthersUntil > 0);
        (state.Response, state.Acknowledged, state.AttemptCopies, state.CopiesSent, state.SentAt, state.OthersUntil) = (CancelResponse.None, 0, 0, 0, 0, 0);
        React(ref state, failed);
    }

    public AlgoOrderId IdOf(in CancelState state) => facts.IdOf(state.Facts);

    public AlgoOrderId IdToQueryOf(in CancelState state)
    {
        CancelFacts known = facts[state.Facts];
        return known.IdToQuery == known.Id ? IdOf(state) : known.IdToQuery;
    }

    public AlgoOrderId RequestedIdOf(in CancelState state) => facts[state.Facts].RequestedId;

    // The query has been applied. The list counts only if the query did not find the order either.
    private void ReactToBoth(ref CancelState state, CancelFacts before)
    {
        byte list = state.ListBeforeQuery;
        state.ListBeforeQuery = ListBeforeQuery.None;
        if (facts[state.Facts].AbsentLookups > before.AbsentLookups)
        {
            (FactsEvent listed, AlgoOrder? order) = ListBeforeQuery.Read(list, state);
            state.Facts = facts.After(state.Facts, listed, order);
        }

        Follow(ref state);
    }

    private void Follow(ref CancelState state)
    {
        do
        {
            if (++state.StepsInTick > Bounds.MaxStepsInTick)
            {
                state.Lie = Lie.EndlessLoop;
                return;
            }
        }
        while (!TakesTime(ref state, facts.NextStep(state.Facts, state.Tick)));
    }

    /// <summary>Takes a step.</summary>
    /// <returns>True if the client waits for something now.</returns>
    private bool TakesTime(ref CancelState state, CancelStep step)
    {
        state.At = state.Tick;
        state.Until = (byte)Math.Min(state.Tick + 1, Bounds.Timeout);
        switch (step.Kind)
        {
            case CancelStepKind.Claim:
                Return(ref state, step.Claim);
                return true;
            case CancelStepKind.Cancel:
                Send(ref state, Bounds.Timeout - (int)Math.Ceiling(step.Time.TotalSeconds));
                return true;
            case CancelStepKind.LookUp:
                state.Phase = state.Request.Mode == CancelMode.LookUpOnly ? ClientPhase.List : ClientPhase.Query;
                return true;
            case CancelStepKind.ReadClock:
                state.Phase = ClientPhase.Clock;
                return true;
            case CancelStepKind.WaitForExpiry:
                return WaitsForExpiry(ref state);
            default:
                state.Phase = ClientPhase.Pause;
                state.Until = (byte)Math.Min(state.Tick + Math.Ceiling(step.Time.TotalSeconds), Bounds.Timeout);
                return state.Until > state.Tick || !Applies(ref state, new FactsEvent(FactsEventKind.Paused));
        }
    }

    private bool Applies(ref CancelState state, FactsEvent happened)
    {
        state.Facts = facts.After(state.Facts, happened);
        return true;
    }

    private void Send(ref CancelState state, int latestEnd)
    {
        state.Phase = ClientPhase.Cancel;
        state.Response = CancelResponse.None;
        state.Until = (byte)Math.Max(state.Tick, Math.Min(state.Until, latestEnd));
        (state.SentAt, state.CopiesSent) = (state.Tick, 1);
        state.AttemptCopies = state.AddCopy(TargetOf(state), state.ExpiresAt) ? (byte)1 : (byte)0;
    }

    /// <summary>Returns the order that the client's cancels name.</summary>
    public CopyTarget TargetOf(in CancelState state) => IdOf(state) switch
    {
        AlgoOrderId.ByAlgoId { AlgoId: 1 } => CopyTarget.First,
        AlgoOrderId.ByAlgoId => CopyTarget.Second,
        _ => CopyTarget.ClientId,
    };

    private bool WaitsForExpiry(ref CancelState state)
    {
        CancelFacts known = facts[state.Facts];
        int expiresAt = (int)Math.Min(known.ExpiresAt!.Value.TotalSeconds, byte.MaxValue);
        if (expiresAt > Bounds.Timeout)
        {
            return !Applies(ref state, new FactsEvent(FactsEventKind.NotExpired));
        }

        if (expiresAt <= state.Tick)
        {
            return !Applies(ref state, new FactsEvent(FactsEventKind.Expired, (byte)expiresAt));
        }

        (state.Phase, state.Until) = (ClientPhase.Expiry, (byte)expiresAt);
        return true;
    }

    private void Return(ref CancelState state, CancelClaim claim)
    {
        state.Phase = ClientPhase.Returned;
        state.ClaimNumber = (byte)claim;
        state.Lie = CancelTruth.LieAtReturn(state, facts[state.Facts]);
        if (state.Lie == Lie.None)
        {
            state = state.AfterReturn(rule is { ForgetsCopies: true } ? -1 : CancelTruth.MayExecuteUntil(state, facts[state.Facts]));
        }
    }
}
