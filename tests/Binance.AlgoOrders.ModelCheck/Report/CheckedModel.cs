namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Explores the models of the three decisions, as they are or with one broken rule.</summary>
internal static class CheckedModel
{
    /// <summary>Explores the model of a cancel of one order, once for each pair of bounds.</summary>
    public static IEnumerable<(Bounds Bounds, Exploration Result)> ExploreCancel(IEnumerable<Bounds> bounds) =>
        bounds.Select(each => (each, Explorer.Explore(new CancelModel(each))));

    /// <summary>Explores the model of a cancel of all orders.</summary>
    public static Exploration ExploreClear() => Explorer.Explore(new ClearModel(Bounds.OfClear));

    /// <summary>Explores the model of a replacement.</summary>
    public static Exploration ExploreReplace() => Explorer.Explore(new ReplaceModel(Bounds.OfReplace));

    /// <summary>Breaks each rule and returns the first lie that the check finds.</summary>
    public static IEnumerable<(string Rule, Exploration Result)> ExploreBroken()
    {
        foreach (BrokenRule rule in BrokenRules.All)
        {
            yield return (rule.Name, ExploreBroken(rule));
        }

        foreach (BrokenClearRule rule in BrokenClearRule.All)
        {
            yield return (rule.Name, ExploreBroken(rule));
        }

        foreach (BrokenReplaceRule rule in BrokenReplaceRule.All)
        {
            yield return (rule.Name, ExploreBroken(rule));
        }
    }

    public static Exploration ExploreBroken(BrokenReplaceRule rule) => Explorer.Explore(new ReplaceModel(Bounds.OfReplace, rule), stopsAtFirstLie: true);

    public static Exploration ExploreBroken(BrokenClearRule rule) => Explorer.Explore(new ClearModel(Bounds.OfClear, rule), stopsAtFirstLie: true);

    /// <summary>Breaks a rule of a cancel of one order. The smallest bounds that find a lie find a short path.</summary>
    public static Exploration ExploreBroken(BrokenRule rule)
    {
        var result = new Exploration();
        foreach (Bounds bounds in Bounds.OfBrokenRules)
        {
            result = Explorer.Explore(new CancelModel(bounds, rule), stopsAtFirstLie: true);
            if (result.Lies > 0)
            {
                break;
            }
        }

        return result;
    }
}
