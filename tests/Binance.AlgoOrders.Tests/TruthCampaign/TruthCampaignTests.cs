using Binance.AlgoOrders.TruthCampaign;

namespace Binance.AlgoOrders.Tests.TruthCampaign;

public class TruthCampaignTests
{
    private const int Seed = 1;
    private const int Orders = 3000;

    // The program checks one in a thousand. Of so few calls a handful is chance.
    private const double LargestUnknownShare = 0.005;

    private static readonly Lazy<Task<CampaignResult>> Result = new(() => Campaign.RunAsync(Seed, Orders));

    [Fact]
    public async Task No_claim_of_a_cancel_is_a_lie()
    {
        CampaignResult result = await Result.Value;
        Assert.False(result.Lies.Rows.Any(lie => !IsOfPlacing(lie.Name)), Told(result.LieReports));
    }

    [Fact]
    public async Task No_claim_of_placing_is_a_lie()
    {
        CampaignResult result = await Result.Value;
        Assert.False(result.Lies.Rows.Any(lie => IsOfPlacing(lie.Name)), Told(result.LieReports));
    }

    [Fact]
    public async Task No_order_is_placed_twice()
    {
        CampaignResult result = await Result.Value;
        Assert.DoesNotContain(PlaceClaimChecker.PlacedTwice, result.LieTable.Claims);
    }

    [Fact]
    public async Task Deadlines_tokens_and_bans_are_kept()
    {
        CampaignResult result = await Result.Value;
        Assert.True(result.Violations.Total == 0, Told(result.ViolationReports));
    }

    [Fact]
    public async Task Hardly_any_outcome_is_unknown_if_the_faults_stop_early()
    {
        CampaignResult result = await Result.Value;
        Assert.True(result.UnknownShare(CampaignMode.FaultsStopEarly) <= LargestUnknownShare, Told(result.UnknownReports));
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

    private static string Told(ScenarioReports shelf) => string.Join(Environment.NewLine, shelf.Texts);
}
