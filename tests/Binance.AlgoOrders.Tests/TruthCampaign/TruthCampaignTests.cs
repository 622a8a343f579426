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
        Assert.True(result.Lies.Total == 0, Told(result.LieStories));
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

    private static string Told(StoryShelf shelf) => string.Join(Environment.NewLine, shelf.Stories);
}
