using Binance.AlgoOrders.Soak;

namespace Binance.AlgoOrders.IntegrationTests;

/// <summary>Runs the soak for a few seconds, and not in parallel, because it measures the whole process.</summary>
[Collection(nameof(SoakTests))]
[CollectionDefinition(nameof(SoakTests), DisableParallelization = true)]
public class SoakTests
{
    // Latency is not checked here, because on a busy machine the 99th percentile of a few calls is not significant.
    private static readonly SoakPlan Short = new()
    {
        Duration = TimeSpan.FromSeconds(4),
        Concurrency = 8,
        Seed = 1,
        Load = TimeSpan.FromMilliseconds(500),
        WarmUpRounds = 1,
        ChecksTiming = false,
    };

    [Fact]
    public async Task Load_and_faults_cause_no_leak_no_starving_caller_and_no_false_claim()
    {
        using var output = new StringWriter();

        bool isGood = await new SoakRun(Short, output).RunAsync();

        Assert.True(isGood, output.ToString());
    }

    [Fact]
    public async Task Every_call_to_a_silent_peer_times_out()
    {
        using var output = new StringWriter();
        var plan = new DeadlinePlan { Calls = 3000, Concurrency = 300, Seed = 1, ChecksTiming = false };

        bool isGood = await new DeadlineRun(plan, output).RunAsync();

        Assert.True(isGood, output.ToString());
    }
}
