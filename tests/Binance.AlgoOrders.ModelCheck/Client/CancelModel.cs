namespace Binance.AlgoOrders.ModelCheck;

/// <summary>The model of a cancel of one order around the library's <see cref="CancelDecision"/>.</summary>
internal sealed class CancelModel : IModel<CancelState>
{
    private readonly Bounds _bounds;
    private readonly CancelClient _client;
    private readonly ResponseMoves _responses;
    private readonly LookupMoves _lookups;
    private readonly HedgeMoves _hedges;
    private readonly CopyMoves _copies;
    private readonly OrderMoves _orders;
    private readonly TimeMoves _time;

    /// <summary>Creates the model.</summary>
    /// <param name="bounds">The bounds.</param>
    /// <param name="rule">The rule to break, or null for the decision as it is.</param>
    public CancelModel(Bounds bounds, BrokenRule? rule = null)
    {
        _bounds = bounds;
        _client = new CancelClient(new FactsTable(rule), rule);
        _responses = new ResponseMoves(_client, bounds);
        _lookups = new LookupMoves(_client, bounds);
        _hedges = new HedgeMoves(_client, bounds);
        _copies = new CopyMoves(_client);
        _orders = new OrderMoves(bounds);
        _time = new TimeMoves(_client, bounds);
    }

    public IEnumerable<CancelState> InitialStates
    {
        get
        {
            for (byte scenario = 0; scenario < Scenario.All.Count; scenario++)
            {
                foreach (OrderPair orders in InitialOrders.For(Scenario.All[scenario], _bounds))
                {
                    var state = new CancelState { Scenario = scenario, Orders = orders };
                    _client.Begin(ref state);
                    yield return state;
                }
            }
        }
    }

    public void AddSuccessors(in CancelState state, SuccessorList<CancelState> successors)
    {
        _responses.AddTo(successors, state);
        _lookups.AddTo(successors, state);
        _hedges.AddTo(successors, state);
        _copies.AddTo(successors, state);
        _orders.AddTo(successors, state);
        _time.AddTo(successors, state);
    }

    public Lie LieOf(in CancelState state) => state.Lie;

    public string DescribeStart(in CancelState state) => CancelText.DescribeStart(state, _client);

    public string Describe(in CancelState before, Move move, in CancelState after) => CancelText.Describe(before, move, after, _client);
}
