using Binance.AlgoOrders.Soak;

namespace Binance.AlgoOrders.IntegrationTests;

/// <summary>The soak, for a few seconds. Alone: it counts what the whole process holds.</summary>
[Collection(nameof(SoakTests))]
[CollectionDefinition(nameof(SoakTests), DisableParallelization = true)]
public class SoakTests
{
    // Milliseconds are not judged here: on a machine that has other things to do, so few calls say nothing about the 99th in a hundred.
    private static readonly SoakPlan Short = new()
    {
        Duration = TimeSpan.FromSeconds(4),
        Concurrency = 8,
        Seed = 1,
        Load = TimeSpan.FromMilliseconds(500),
        WarmUpRounds = 1,
        JudgesTime = false,
    };

    [Fact]
    public async Task Under_load_and_faults_nothing_leaks_nobody_starves_and_no_claim_is_a_lie()
    {
        using var output = new StringWriter();

        bool isGood = await new SoakRun(Short, output).RunAsync();

        Assert.True(isGood, output.ToString());
    }
}
