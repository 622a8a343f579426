using Binance.AlgoOrders.TruthCampaign;

namespace Binance.AlgoOrders.Tests.TruthCampaign;

public class TruthCampaignTests
{
    private const int Seed = 1;
    private const int Orders = 3000;

    // One in a thousand is the program's to judge; of so few calls, a handful is chance.
    private const double LargestUnknownShare = 0.005;

    private static readonly Lazy<Task<CampaignResult>> Result = new(() => Campaign.RunAsync(Seed, Orders));

    [Fact]
    public async Task No_claim_of_the_client_is_a_lie()
    {
        CampaignResult result = await Result.Value;
        Assert.False(result.Lies.Rows.Any(lie => !IsOfPlacing(lie.Name)), Told(result.LieStories));
    }

    [Fact]
    public async Task No_claim_of_placing_is_a_lie()
    {
        CampaignResult result = await Result.Value;
        Assert.False(result.Lies.Rows.Any(lie => IsOfPlacing(lie.Name)), Told(result.LieStories));
    }

    [Fact]
    public async Task No_order_is_placed_twice()
    {
        CampaignResult result = await Result.Value;
        Assert.DoesNotContain(PlaceJudge.PlacedTwice, result.Lies.Rows.Select(lie => lie.Name));
    }

    [Fact]
    public async Task Deadlines_tokens_and_bans_are_kept()
    {
        CampaignResult result = await Result.Value;
        Assert.True(result.BrokenPromises.Total == 0, Told(result.BrokenPromiseStories));
    }

    [Fact]
    public async Task Where_the_faults_stop_early_hardly_any_call_does_not_know()
    {
        CampaignResult result = await Result.Value;
        Assert.True(result.UnknownShare(CampaignMode.FaultsStopEarly) <= LargestUnknownShare, Told(result.UnknownStories));
    }

    [Fact]
    public async Task Every_kind_of_outcome_is_played()
    {
        CampaignResult result = await Result.Value;
        string endings = string.Join(", ", result.Endings.Rows.Select(row => row.Name));
        Assert.All(
            ["Canceled (Acknowledged)", "Canceled (Queried)", "Triggered", "Closed", "NotFound", "StillOpen", "Unknown"],
            kind => Assert.Contains(kind, endings, StringComparison.Ordinal));
    }

    private static bool IsOfPlacing(string lie) => lie.StartsWith("PlaceAsync", StringComparison.Ordinal);

    private static string Told(StoryShelf shelf) => string.Join(Environment.NewLine, shelf.Stories);
}
