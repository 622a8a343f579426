using System.Globalization;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Replace;

/// <summary>
/// Compares the claims of replacements with the exchange's own record, in random worlds. Any seed that fails is printed.
/// <c>REPLACE_SCENARIOS=100000 dotnet test tests/Binance.AlgoOrders.Tests -f net10.0 --filter ReplaceTruthTests</c> is the long form.
/// </summary>
public class ReplaceTruthTests
{
    private static readonly int Scenarios = int.Parse(Environment.GetEnvironmentVariable("REPLACE_SCENARIOS") ?? "3000", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task No_outcome_claims_more_than_is_true(int seed)
    {
        var claims = new Dictionary<string, int>(StringComparer.Ordinal);
        var lies = new List<string>();
        for (int i = 0; i < Scenarios; i++)
        {
            using var scenario = new ReplaceScenario(seed, i);
            ReplaceAlgoOrderOutcome outcome = await scenario.RunAsync(TestContext.Current.CancellationToken);
            string name = outcome.GetType().Name;
            claims[name] = claims.GetValueOrDefault(name) + 1;
            lies.AddRange(LiesOf(outcome, scenario).Select(lie => $"seed {seed}, scenario {i}, {scenario.Sequence}: {name} {lie}"));
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Join(", ", claims.Select(claim => $"{claim.Key} {claim.Value}")));
        Assert.True(lies.Count == 0, $"{lies.Count} lies, the first of them:\n{string.Join('\n', lies.Take(20))}");

        // Two live orders are rare.
        Assert.InRange(claims.Count, 6, 7);
    }

    private static IEnumerable<string> LiesOf(ReplaceAlgoOrderOutcome outcome, ReplaceScenario scenario) =>
        LiesOfCase(outcome, scenario).Concat(LiesOfProtection(outcome, scenario)).Concat(LiesOfOtherOrders(outcome, scenario)).Concat(LiesOfLateCopies(outcome, scenario));

    private static IEnumerable<string> LiesOfCase(ReplaceAlgoOrderOutcome outcome, ReplaceScenario scenario)
    {
        bool oldIsLive = scenario.WasLiveAtReturn(scenario.Old);
        bool newIsLive = scenario.WasLiveAtReturn(scenario.New);
        return outcome switch
        {
            ReplaceAlgoOrderOutcome.Replaced replaced =>
            [
                .. Unless(!oldIsLive && HasEndedWithoutTrade(scenario.Old), $"but the current order is {scenario.Old.Status}"),
                .. Unless(scenario.New is not null && replaced.Placed.AlgoId == scenario.New.AlgoId, "but names another order"),
            ],
            ReplaceAlgoOrderOutcome.Kept => Unless(!newIsLive, "but the replacement is live"),
            ReplaceAlgoOrderOutcome.Restored restored =>
            [
                .. Unless(!oldIsLive && HasEndedWithoutTrade(scenario.Old), $"but the current order is {scenario.Old.Status}"),
                .. Unless(!newIsLive, "but the replacement is live"),
                .. Unless(scenario.Others.Any(order => order.AlgoId == restored.Order.AlgoId), "but names an order that does not exist"),
            ],
            ReplaceAlgoOrderOutcome.Unprotected => Unless(!oldIsLive && !newIsLive, "but an order is live"),
            ReplaceAlgoOrderOutcome.CurrentTriggered triggered =>
            [
                .. Unless(HasTriggered(scenario.Old), $"but the current order is {scenario.Old.Status}"),
                .. Unless(!newIsLive || triggered.Replacement is { IsInactive: false }, "but the replacement is live"),
            ],
            ReplaceAlgoOrderOutcome.Both => Unless(oldIsLive || scenario.WasEndedByMarket(scenario.Old), $"but the current order is {scenario.Old.Status}"),
            _ => [],
        };
    }

    // What the market did after the last look at an order is no lie.
    private static IEnumerable<string> LiesOfProtection(ReplaceAlgoOrderOutcome outcome, ReplaceScenario scenario)
    {
        SimulatedOrder?[] orders = [.. scenario.Others, scenario.Old, scenario.New];
        bool isProtected = Array.Exists(orders, order => scenario.WasLiveAtReturn(order) || scenario.WasEndedByMarket(order));
        bool isNaked = !Array.Exists(orders, scenario.WasLiveAtReturn);
        return
        [
            .. Unless(outcome.IsProtected != true || isProtected, "says that the position is protected, but no order is live"),
            .. Unless(outcome.IsProtected != false || isNaked, "says that the position is unprotected, but an order is live"),
            .. Unless(
                !scenario.WasLiveAtReturn(scenario.Old) || !scenario.WasLiveAtReturn(scenario.New) || outcome is ReplaceAlgoOrderOutcome.Both or ReplaceAlgoOrderOutcome.Unknown,
                "but both orders are live"),
            .. Unless(scenario.NewOrders.Count(scenario.WasLiveAtReturn) <= 1 && scenario.NewOrders.Count <= 1, "and the replacement was placed twice"),
        ];
    }

    private static IEnumerable<string> LiesOfOtherOrders(ReplaceAlgoOrderOutcome outcome, ReplaceScenario scenario)
    {
        string?[] named = [outcome.BridgeClientAlgoId, outcome.RestoredClientAlgoId];
        return scenario.Others
            .Where(order => scenario.WasLiveAtReturn(order) && !named.Contains(order.ClientAlgoId))
            .Select(order => $"leaves {order.ClientAlgoId} live, which it does not name");
    }

    private static IEnumerable<string> LiesOfLateCopies(ReplaceAlgoOrderOutcome outcome, ReplaceScenario scenario) => scenario.ExecutedAfterReturn
        .Where(at => !(at <= outcome.MayExecuteUntil))
        .Select(at => $"says that nothing is executed after {outcome.MayExecuteUntil:O}, but a request was executed at {at:O}");

    private static IEnumerable<string> Unless(bool isTrue, string lie) => isTrue ? [] : [lie];

    private static bool HasEndedWithoutTrade(SimulatedOrder order) =>
        order.Status is SimulatedOrderStatus.Canceled or SimulatedOrderStatus.Expired or SimulatedOrderStatus.Rejected;

    private static bool HasTriggered(SimulatedOrder order) =>
        order.Status is SimulatedOrderStatus.Triggering or SimulatedOrderStatus.Triggered or SimulatedOrderStatus.Finished;
}
