namespace Binance.AlgoOrders.ModelCheck;

/// <summary>The model of a replacement around the library's <see cref="ReplaceDecision"/>.</summary>
internal sealed class ReplaceModel(Bounds bounds, BrokenReplaceRule? rule = null) : IModel<ReplaceState>
{
    private static readonly bool[] Flags = [false, true];

    private readonly ReplaceMoves _moves = new(bounds, rule);

    public IEnumerable<ReplaceState> InitialStates =>
        from sequence in new[] { ReplaceSequence.PlaceFirst, ReplaceSequence.CancelFirst, ReplaceSequence.Bridge }
        from status in Enum.GetValues<ReplaceOrderStatus>()
        from closesPosition in Flags
        from isAutomatic in Flags
        from canBridge in Flags
        from canRestore in Flags
        where closesPosition || sequence != ReplaceSequence.Bridge
        where canBridge || sequence != ReplaceSequence.Bridge
        select Start(sequence, status, closesPosition, isAutomatic, canBridge && closesPosition, canRestore);

    public Lie LieOf(in ReplaceState state) => state.Lie;

    public string DescribeStart(in ReplaceState state) => ReplaceText.DescribeStart(state);

    public string Describe(in ReplaceState before, Move move, in ReplaceState after) => ReplaceText.Describe(before, move, after);

    public void AddSuccessors(in ReplaceState state, SuccessorList<ReplaceState> successors)
    {
        if (state.IsReturned)
        {
            return;
        }

        _moves.AddStep(successors, state);
        _moves.AddOthers(successors, state);
    }

    private ReplaceState Start(ReplaceSequence sequence, ReplaceOrderStatus status, bool closesPosition, bool isAutomatic, bool canBridge, bool canRestore)
    {
        var state = new ReplaceState
        {
            Sequence = sequence,
            ClosesPosition = closesPosition,
            IsAutomatic = isAutomatic,
            CanBridge = canBridge,
            CanRestore = canRestore,
            WasLiveAtStart = status == ReplaceOrderStatus.New,
        };
        state.Orders[ReplaceState.Current].Status = status;
        _moves.React(ref state, ReplaceOutcomes.FactsOf(state));
        return state;
    }
}
