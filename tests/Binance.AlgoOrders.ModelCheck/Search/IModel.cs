namespace Binance.AlgoOrders.ModelCheck;

/// <summary>A system of states and moves.</summary>
/// <typeparam name="TState">The state: a block of bytes without references.</typeparam>
internal interface IModel<TState>
    where TState : unmanaged
{
    /// <summary>Gets the states that the system starts in.</summary>
    IEnumerable<TState> InitialStates { get; }

    /// <summary>Adds every state that one move leads to.</summary>
    void AddSuccessors(in TState state, SuccessorList<TState> successors);

    /// <summary>Returns the lie of a state, or <see cref="Lie.None"/>.</summary>
    Lie LieOf(in TState state);

    /// <summary>Describes the start of a path.</summary>
    string DescribeStart(in TState state);

    /// <summary>Describes a move and the client's reaction to it.</summary>
    string Describe(in TState before, Move move, in TState after);
}
