namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Runs scenarios up to a number of orders and checks every claim of the client.</summary>
internal static class Campaign
{
    /// <summary>Runs the scenarios of a seed, which are the same for any number of processors.</summary>
    /// <param name="seed">The seed of every random choice.</param>
    /// <param name="orders">The number of orders.</param>
    /// <param name="createBudget">A function that creates the budget of a scenario's client from its clock, or null for the client's own budget.</param>
    public static async Task<CampaignResult> RunAsync(int seed, int orders, Func<TimeProvider, IRequestBudget>? createBudget = null)
    {
        var total = new CampaignResult();
        int scenarios = ScenariosFor(seed, orders);
        int lastNumber = -1;
        Task[] workers = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Factory.StartNew(
            RunScenarios, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        await Task.WhenAll(workers);
        return total;

        // On dedicated threads, because continuations of the calls need the thread pool.
        void RunScenarios()
        {
            var part = new CampaignResult();
            for (int number = Interlocked.Increment(ref lastNumber); number < scenarios; number = Interlocked.Increment(ref lastNumber))
            {
                part.Record(ScenarioRun.Run(ScenarioGenerator.Draw(seed, number), createBudget));
            }

            lock (total)
            {
                total.Add(part);
            }
        }
    }

    private static int ScenariosFor(int seed, int orders)
    {
        int scenarios = 0;
        for (int placed = 0; placed < orders; scenarios++)
        {
            placed += ScenarioGenerator.OrdersOf(seed, scenarios);
        }

        return scenarios;
    }
}
