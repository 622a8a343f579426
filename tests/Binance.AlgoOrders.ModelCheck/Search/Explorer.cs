namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Explores every reachable state of a model, breadth first, so that the first path to a lie is a shortest one.</summary>
internal static class Explorer
{
    private const int MaxPaths = 3;

    /// <summary>Explores a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="stopsAtFirstLie">True to end with the first lie.</param>
    public static Exploration Explore<TState>(IModel<TState> model, bool stopsAtFirstLie = false)
        where TState : unmanaged
    {
        var states = new StateSet<TState>();
        var successors = new SuccessorList<TState>();
        var result = new Exploration();
        foreach (TState initial in model.InitialStates)
        {
            states.Add(initial, parent: -1, default);
        }

        for (int index = 0; index < states.Count && !(stopsAtFirstLie && result.Lies > 0); index++)
        {
            if (model.LieOf(states[index]) is var lie and not Lie.None)
            {
                result.Add(lie, result.Paths.Count < MaxPaths ? PathTo(model, states, index) : null);
                continue;
            }

            successors.Clear();
            model.AddSuccessors(states[index], successors);
            foreach ((Move move, TState next) in successors.Items)
            {
                states.Add(next, index, move);
            }
        }

        result.States = states.Count;
        return result;
    }

    private static string PathTo<TState>(IModel<TState> model, StateSet<TState> states, int index)
        where TState : unmanaged
    {
        var lines = new List<string>();
        for (int at = index; states.ParentOf(at) >= 0; at = states.ParentOf(at))
        {
            lines.Add(model.Describe(states[states.ParentOf(at)], states.MoveTo(at), states[at]));
            index = states.ParentOf(at);
        }

        lines.Add(model.DescribeStart(states[index]));
        lines.Reverse();
        return string.Join(Environment.NewLine, lines.Select(line => "    " + line));
    }
}
