using Deque.AxeCore.Commons;

namespace Binance.AlgoOrders.IntegrationTests.Page;

/// <summary>Runs axe-core in the page of a browser.</summary>
internal static class Accessibility
{
    private const string Run = """
        const done = arguments[arguments.length - 1];
        axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } }).then(
            result => done(result.violations
                .filter(violation => violation.impact === "serious" || violation.impact === "critical")
                .flatMap(violation => violation.nodes.map(node => `${violation.impact} ${violation.id}: ${violation.help}, at ${node.html}`))),
            failure => done([String(failure)]));
        """;

    /// <summary>Asserts that axe-core reports no violation of serious or critical impact.</summary>
    public static void AssertNone(Browser browser)
    {
        browser.Run(new BundledAxeScriptProvider().GetScript());
        var violations = (IEnumerable<object>)browser.RunAsync(Run)!;
        Assert.True(!violations.Any(), string.Join(Environment.NewLine, violations));
    }
}
