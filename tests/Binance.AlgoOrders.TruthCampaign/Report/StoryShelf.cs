namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>The first few stories of one kind, in the order of scenario and call, whoever played them first.</summary>
internal sealed class StoryShelf
{
    private const int MostStories = 10;

    private readonly SortedList<(int Scenario, int Call), string> _stories = [];

    public IEnumerable<string> Stories => _stories.Values;

    /// <summary>Tells and keeps a story, unless there are enough earlier ones.</summary>
    public void Tell(PlayedScenario scenario, int place, IReadOnlyList<string> claims)
    {
        (int, int) key = (scenario.Plan.Number, place);
        if (_stories.Count < MostStories || key.CompareTo(_stories.Keys[^1]) < 0)
        {
            Keep(key, Story.Tell(scenario, place, claims));
        }
    }

    public void Add(StoryShelf other)
    {
        foreach (((int Scenario, int Call) key, string story) in other._stories)
        {
            Keep(key, story);
        }
    }

    private void Keep((int Scenario, int Call) key, string story)
    {
        _stories[key] = story;
        if (_stories.Count > MostStories)
        {
            _stories.RemoveAt(MostStories);
        }
    }
}
