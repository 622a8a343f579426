using Binance.AlgoOrders.ModelCheck;

namespace Binance.AlgoOrders.Tests.ModelCheck;

/// <summary>Explores small models. The program explores larger ones.</summary>
public class ModelCheckTests
{
    private static readonly Bounds OneFault = new(Faults: 1, Changes: 0, Delays: 0, Hedges: 0, AllViews: false);
    private static readonly Bounds OneChange = new(Faults: 0, Changes: 1, Delays: 0, Hedges: 0, AllViews: false);
    private static readonly Bounds OneHedge = new(Faults: 0, Changes: 0, Delays: 0, Hedges: 1, AllViews: false);

    public static TheoryData<string> BrokenCancelRules => [.. BrokenRules.All.Select(rule => rule.Name)];

    public static TheoryData<string> BrokenReplaceRules => [.. BrokenReplaceRule.All.Select(rule => rule.Name)];

    public static TheoryData<string> BrokenClearRules => [.. BrokenClearRule.All.Select(rule => rule.Name)];

    [Fact]
    public void No_claim_of_a_cancel_is_a_lie_after_a_fault() => AssertTrue(Explorer.Explore(new CancelModel(OneFault)));

    [Fact]
    public void No_claim_of_a_cancel_is_a_lie_after_a_change() => AssertTrue(Explorer.Explore(new CancelModel(OneChange)));

    [Fact]
    public void No_claim_of_a_cancel_is_a_lie_while_copies_overlap() => AssertTrue(Explorer.Explore(new CancelModel(OneHedge)));

    [Fact]
    public void No_claim_of_a_cancel_of_all_orders_is_a_lie() => AssertTrue(Explorer.Explore(new ClearModel(OneFault)));

    [Fact]
    public void No_claim_of_a_replacement_is_a_lie() => AssertTrue(CheckedModel.ExploreReplace(), leastStates: 8_000);

    [Theory]
    [MemberData(nameof(BrokenReplaceRules))]
    public void A_broken_rule_of_a_replacement_leads_to_a_lie(string rule) =>
        AssertLie(CheckedModel.ExploreBroken(BrokenReplaceRule.All.Single(broken => broken.Name == rule)));

    [Theory]
    [MemberData(nameof(BrokenCancelRules))]
    public void A_broken_rule_of_a_cancel_leads_to_a_lie(string rule) =>
        AssertLie(CheckedModel.ExploreBroken(BrokenRules.All.Single(broken => broken.Name == rule)));

    [Theory]
    [MemberData(nameof(BrokenClearRules))]
    public void A_broken_rule_of_a_cancel_of_all_orders_leads_to_a_lie(string rule) =>
        AssertLie(CheckedModel.ExploreBroken(BrokenClearRule.All.Single(broken => broken.Name == rule)));

    private static void AssertTrue(Exploration result, int leastStates = 10_000)
    {
        Assert.True(result.Lies == 0, string.Join(Environment.NewLine, result.Paths.Select(found => $"{found.Lie}{Environment.NewLine}{found.Path}")));
        Assert.True(result.States > leastStates);
    }

    private static void AssertLie(Exploration result) => Assert.NotEmpty(result.Paths);
}
