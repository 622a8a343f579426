namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>What a campaign, or a part of it, found.</summary>
internal sealed class CampaignResult
{
    private const string CouldFindOut = "calls that could find out";
    private const string EndedUnknown = "of them ended Unknown";
    private const string Places = "new orders";
    private const string CouldPlace = "new orders whose callers had patience";
    private const string PlacedUnknown = "new orders whose execution stayed Unknown";
    private const string ItemsTold = "orders of CancelManyAsync";
    private const string ItemsUnknown = "orders of CancelManyAsync that ended Unknown";

    // Of fewer calls, one in a thousand says nothing.
    private const int FewestCallsToJudge = 10_000;
    private const double LargestUnknownShare = 0.001;

    public Tally Figures { get; } = new();

    /// <summary>How the calls ended that were to find out what became of the order.</summary>
    public Tally Endings { get; } = new();

    /// <summary>How the calls ended that sent a single cancel.</summary>
    public Tally SingleEndings { get; } = new();

    /// <summary>How the orders of the calls for several ended.</summary>
    public Tally ItemEndings { get; } = new();

    public Tally PlaceEndings { get; } = new();

    /// <summary>What was in the way of the calls that ended without knowing.</summary>
    public Tally Obstacles { get; } = new();

    public Tally Lies { get; } = new();

    /// <summary>What was not kept, apart from the truth: a deadline, a caller's token, a ban.</summary>
    public Tally BrokenPromises { get; } = new();

    public StoryShelf LieStories { get; } = new();

    public StoryShelf BrokenPromiseStories { get; } = new();

    /// <summary>Calls that did not know although the faults had stopped early.</summary>
    public StoryShelf UnknownStories { get; } = new();

    public bool HidesBehindUnknown =>
        Figures.Of(CouldFindOut, CampaignMode.FaultsStopEarly) >= FewestCallsToJudge && UnknownShare(CampaignMode.FaultsStopEarly) > LargestUnknownShare;

    public bool IsGood => Lies.Total == 0 && BrokenPromises.Total == 0 && !HidesBehindUnknown;

    /// <summary>Of the calls that were to find out and whose callers had patience, the share that ended without knowing.</summary>
    public double UnknownShare(CampaignMode mode) => Ratio(EndedUnknown, CouldFindOut, mode);

    public double PlaceUnknownShare(CampaignMode mode) => Ratio(PlacedUnknown, CouldPlace, mode);

    public double ItemUnknownShare(CampaignMode mode) => Ratio(ItemsUnknown, ItemsTold, mode);

    /// <summary>Of whatever kind.</summary>
    public double RequestsPerCall(CampaignMode mode) =>
        (double)Figures.Of("requests", mode) / Math.Max(1, Figures.Of("calls", mode) + Figures.Of(Places, mode) + Figures.Of(ItemsTold, mode));

    public void Record(PlayedScenario scenario)
    {
        CampaignMode mode = scenario.Plan.Mode;
        Figures.Count("scenarios", mode);
        Figures.Count("orders", mode, scenario.Orders.Count);
        Figures.Count("calls", mode, scenario.Calls.Count);
        Figures.Count("requests", mode, scenario.Journal.Count);
        Figures.Count("requests struck by a fault", mode, scenario.Journal.Count(record => record.Fault is not null));
        Count(BrokenPromises, BrokenPromiseStories, scenario, place: -1, PromiseJudge.Broken(scenario));
        for (int place = 0; place < scenario.Calls.Count && !scenario.IsStuck; place++)
        {
            Record(scenario, place);
        }

        if (!scenario.IsStuck)
        {
            RecordFamily(scenario);
        }
    }

    public void Add(CampaignResult other)
    {
        Figures.Add(other.Figures);
        Endings.Add(other.Endings);
        SingleEndings.Add(other.SingleEndings);
        ItemEndings.Add(other.ItemEndings);
        PlaceEndings.Add(other.PlaceEndings);
        Obstacles.Add(other.Obstacles);
        Lies.Add(other.Lies);
        BrokenPromises.Add(other.BrokenPromises);
        LieStories.Add(other.LieStories);
        BrokenPromiseStories.Add(other.BrokenPromiseStories);
        UnknownStories.Add(other.UnknownStories);
    }

    private static void Count(Tally tally, StoryShelf shelf, PlayedScenario scenario, int place, IReadOnlyList<string> claims)
    {
        foreach (string claim in claims)
        {
            tally.Count(claim, scenario.Plan.Mode);
        }

        if (claims.Count > 0)
        {
            shelf.Tell(scenario, place, claims);
        }
    }

    private double Ratio(string part, string whole, CampaignMode mode) => (double)Figures.Of(part, mode) / Math.Max(1, Figures.Of(whole, mode));

    private void Record(PlayedScenario scenario, int place)
    {
        PlayedCall call = scenario.Calls[place];
        CampaignMode mode = scenario.Plan.Mode;
        (call.Plan.IsSingleCancel ? SingleEndings : Endings).Count(Ending.NameOf(call), mode);
        Count(Lies, LieStories, scenario, place, LieJudge.Lies(scenario.CancelsOf(call), call));
        Count(BrokenPromises, BrokenPromiseStories, scenario, place, PromiseJudge.Broken(call));
        if (call.Plan.IsSingleCancel || call.GaveUp is not null)
        {
            return;
        }

        Figures.Count(CouldFindOut, mode);
        if (Ending.IsUnknown(call))
        {
            Figures.Count(EndedUnknown, mode);
            Obstacles.Count(Ending.ObstacleOf(call), mode);
            if (mode == CampaignMode.FaultsStopEarly)
            {
                UnknownStories.Tell(scenario, place, ["did not know, although the faults had stopped"]);
            }
        }
    }

    private void RecordFamily(PlayedScenario scenario)
    {
        int number = Story.OfFamily;
        foreach (PlayedPlace place in scenario.Places)
        {
            RecordPlace(scenario, place, number++);
        }

        if (scenario.Bulk is not { } bulk)
        {
            return;
        }

        Count(Lies, LieStories, scenario, number++, BulkJudge.Lies(bulk));
        foreach (PlayedItem item in bulk.Items.Where(item => item.TimesTold > 0))
        {
            RecordItem(scenario, item, number++);
        }
    }

    private void RecordPlace(PlayedScenario scenario, PlayedPlace place, int number)
    {
        CampaignMode mode = scenario.Plan.Mode;
        Figures.Count(Places, mode);
        PlaceEndings.Count(Ending.NameOf(place), mode);
        Count(Lies, LieStories, scenario, number, PlaceJudge.Lies(place));
        Count(BrokenPromises, BrokenPromiseStories, scenario, number, PromiseJudge.Broken(place));
        if (place.GaveUp is null)
        {
            Figures.Count(CouldPlace, mode);
            Figures.Count(PlacedUnknown, mode, place.Failure is AlgoOrderException { Execution: ExecutionStatus.Unknown } ? 1 : 0);
        }
    }

    private void RecordItem(PlayedScenario scenario, PlayedItem item, int number)
    {
        CampaignMode mode = scenario.Plan.Mode;
        ItemEndings.Count(Ending.NameOf(item), mode);
        Figures.Count(ItemsTold, mode);
        Figures.Count(ItemsUnknown, mode, Ending.IsUnknown(item) ? 1 : 0);
        Count(Lies, LieStories, scenario, number, LieJudge.Lies(scenario.CancelsOf(item), item));
        Count(BrokenPromises, BrokenPromiseStories, scenario, number, PromiseJudge.Broken(item));
    }
}
