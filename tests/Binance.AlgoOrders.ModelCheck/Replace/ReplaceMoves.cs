namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Executes the steps of a replacement. What a placement or a cancel of one order claims is checked by models of their own.</summary>
internal sealed class ReplaceMoves(Bounds bounds, BrokenReplaceRule? rule)
{
    private readonly BrokenReplaceRule _rule = rule ?? new BrokenReplaceRule("none");

    /// <summary>Adds what the exchange and the network make of the client's step.</summary>
    public void AddStep(SuccessorList<ReplaceState> successors, in ReplaceState state)
    {
        switch (state.Step)
        {
            case ReplaceStep.PlaceReplacement:
                AddPlacement(successors, state, ReplaceState.Replacement, static (facts, outcome) => facts.AfterReplacement(outcome));
                break;
            case ReplaceStep.PlaceBridge:
                AddPlacement(successors, state, ReplaceState.Bridge, static (facts, outcome) => facts.AfterBridge(outcome));
                break;
            case ReplaceStep.Restore:
                AddPlacement(successors, state, ReplaceState.Restored, static (facts, outcome) => facts with { Restored = outcome });
                break;
            case ReplaceStep.CancelCurrent:
                AddCancel(successors, state, ReplaceState.Current, static (facts, outcome) => facts with { Current = outcome });
                break;
            case ReplaceStep.CancelReplacement:
                AddCancel(successors, state, ReplaceState.Replacement, static (facts, outcome) => facts with { ReplacementEnd = outcome });
                break;
            case ReplaceStep.CancelBridge:
                AddCancel(successors, state, ReplaceState.Bridge, static (facts, outcome) => facts with { BridgeEnd = outcome });
                break;
            default:
                AddLookup(successors, state);
                break;
        }
    }

    /// <summary>Adds the executions of late copies, and the changes that the market or another party makes.</summary>
    public void AddOthers(SuccessorList<ReplaceState> successors, in ReplaceState state)
    {
        for (byte order = 0; order < ReplaceState.Count; order++)
        {
            ReplaceOrder before = state.Orders[order];
            if (before is { HasLateCancel: true, IsLive: true })
            {
                Add(successors, state, MoveKind.ExecuteLate, order, before with { Status = ReplaceOrderStatus.Ended, HasLateCancel = false });
            }

            if (before is { HasLatePlacement: true, Status: ReplaceOrderStatus.Absent } && !IsRefused(state, order))
            {
                Add(successors, state, MoveKind.Replace, order, before with { Status = ReplaceOrderStatus.New, HasLatePlacement = false });
            }

            if (before.IsLive && state.Changes < bounds.Changes)
            {
                ReplaceState changed = state;
                changed.Changes++;
                Add(successors, changed, MoveKind.Change, order, before with { Status = ReplaceOrderStatus.Triggered, WasEndedByOthers = true });
                Add(successors, changed, MoveKind.Forget, order, before with { Status = ReplaceOrderStatus.Ended, WasEndedByOthers = true });
            }
        }
    }

    /// <summary>Lets the client decide.</summary>
    public void React(ref ReplaceState state, ReplaceFacts facts)
    {
        ReplaceOutcomes.Set(ref state, facts);
        ReplaceFacts seen = _rule.Seen(facts);
        state.Step = _rule.Next(seen);
        if (++state.Steps > Bounds.MaxStepsInTick)
        {
            state.Lie = Lie.EndlessLoop;
        }
        else if (state.IsReturned)
        {
            state.Lie = ReplaceLies.Of(state, seen);
        }
    }

    private static void Add(SuccessorList<ReplaceState> successors, in ReplaceState state, MoveKind kind, byte order, ReplaceOrder after)
    {
        ReplaceState next = state;
        next.Orders[order] = after;
        next.Lie = next.Lie == Lie.None ? ReplaceLies.OfProtection(next) : next.Lie;
        successors.Add(new Move(kind, order), next);
    }

    // Only one open order may close the position. The bridge has a quantity.
    private static bool IsRefused(in ReplaceState state, int order)
    {
        bool isClosing = state.ClosesPosition && order != ReplaceState.Bridge;
        return isClosing && (state.Orders[ReplaceState.Current].IsLive || state.Orders[ReplaceState.Replacement].IsLive || state.Orders[ReplaceState.Restored].IsLive);
    }

    private void AddPlacement(SuccessorList<ReplaceState> successors, in ReplaceState state, byte order, Func<ReplaceFacts, PlaceAlgoOrderOutcome, ReplaceFacts> after)
    {
        ReplaceState original = state;
        if (IsRefused(state, order))
        {
            AddResult(MoveKind.Refuse, new ReplaceOrder(), ReplaceOutcomes.RefusedBeside, faults: 0);
            return;
        }

        var placed = new ReplaceOrder { Status = ReplaceOrderStatus.New };
        AddResult(MoveKind.Deliver, placed, ReplaceOutcomes.Resting, faults: 0);
        AddResult(MoveKind.Refuse, new ReplaceOrder(), ReplaceOutcomes.Refused, faults: 1);
        AddResult(MoveKind.Refuse, new ReplaceOrder(), ReplaceOutcomes.RefusedAtLimit, faults: 1);
        AddResult(MoveKind.Lose, placed, ReplaceOutcomes.PlacedUnknown, faults: 1);
        AddResult(MoveKind.Lose, new ReplaceOrder { HasLatePlacement = true }, ReplaceOutcomes.PlacedUnknown, faults: 1);
        if (state.Changes < bounds.Changes)
        {
            original.Changes++;
            AddResult(MoveKind.Change, new ReplaceOrder { Status = ReplaceOrderStatus.Triggered, WasEndedByOthers = true }, ReplaceOutcomes.PlacedTriggered, faults: 0);
            AddResult(MoveKind.Forget, new ReplaceOrder { Status = ReplaceOrderStatus.Ended, WasEndedByOthers = true }, ReplaceOutcomes.PlacedEnded, faults: 0);
        }

        void AddResult(MoveKind kind, ReplaceOrder result, PlaceAlgoOrderOutcome outcome, byte faults)
        {
            AddAfter(successors, original, new Move(kind, order), result, facts => after(facts, outcome), faults);
        }
    }

    private void AddCancel(SuccessorList<ReplaceState> successors, in ReplaceState state, byte order, Func<ReplaceFacts, CancelAlgoOrderOutcome, ReplaceFacts> after)
    {
        ReplaceState original = state;
        ReplaceOrder before = state.Orders[order];
        switch (before.Status)
        {
            case ReplaceOrderStatus.New:
                AddResult(MoveKind.Deliver, before with { Status = ReplaceOrderStatus.Ended }, ReplaceOutcomes.Canceled, faults: 0);
                AddResult(MoveKind.Refuse, before, ReplaceOutcomes.StillOpen, faults: 1);
                AddResult(MoveKind.Lose, before with { Status = ReplaceOrderStatus.Ended }, ReplaceOutcomes.Unknown, faults: 1);
                AddResult(MoveKind.Lose, before with { HasLateCancel = true }, ReplaceOutcomes.Unknown, faults: 1);
                break;
            case ReplaceOrderStatus.Triggered:
                AddResult(MoveKind.Respond, before, ReplaceOutcomes.Triggered, faults: 0);
                AddResult(MoveKind.Lose, before, ReplaceOutcomes.Unknown, faults: 1);
                break;
            case ReplaceOrderStatus.Ended:
                AddResult(MoveKind.Respond, before, ReplaceOutcomes.Canceled, faults: 0);
                AddResult(MoveKind.Lose, before, ReplaceOutcomes.Unknown, faults: 1);
                break;
            default:
                AddResult(MoveKind.Respond, before, ReplaceOutcomes.NotFound, faults: 0);
                AddResult(MoveKind.Lose, before, ReplaceOutcomes.Unknown, faults: 1);
                break;
        }

        void AddResult(MoveKind kind, ReplaceOrder result, CancelAlgoOrderOutcome outcome, byte faults)
        {
            AddAfter(successors, original, new Move(kind, order), result, facts => after(facts, outcome), faults);
        }
    }

    private void AddLookup(SuccessorList<ReplaceState> successors, in ReplaceState state)
    {
        ReplaceOrder current = state.Orders[ReplaceState.Current];
        CancelAlgoOrderOutcome seen = current.Status switch
        {
            ReplaceOrderStatus.New => ReplaceOutcomes.StillOpen,
            ReplaceOrderStatus.Triggered => ReplaceOutcomes.Triggered,
            ReplaceOrderStatus.Ended => ReplaceOutcomes.Canceled,
            _ => ReplaceOutcomes.NotFound,
        };
        AddAfter(successors, state, new Move(MoveKind.Respond, ReplaceState.Current), current, facts => facts with { Current = seen }, faults: 0);
        AddAfter(successors, state, new Move(MoveKind.Lose, ReplaceState.Current), current, static facts => facts with { Current = ReplaceOutcomes.Unknown }, faults: 1);
    }

    private void AddAfter(SuccessorList<ReplaceState> successors, in ReplaceState state, Move move, ReplaceOrder result, Func<ReplaceFacts, ReplaceFacts> after, byte faults)
    {
        if (state.Faults + faults > bounds.Faults)
        {
            return;
        }

        ReplaceState next = state;
        next.Faults += faults;
        next.Orders[move.Subject] = result;
        React(ref next, after(ReplaceOutcomes.FactsOf(state)));
        next.Lie = next.Lie == Lie.None ? ReplaceLies.OfProtection(next) : next.Lie;
        successors.Add(move, next);
    }
}
