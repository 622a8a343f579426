namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Plays scenarios until so many orders have been in one, and judges every word that the client said.</summary>
internal static class Campaign
{
    /// <summary>The same seed plays the same scenarios, whatever the number of processors.</summary>
    /// <param name="seed">Decides everything.</param>
    /// <param name="orders">How many take part.</param>
    /// <param name="budgetOf">Makes the budget of a scenario's client by its clock; null: the client's own.</param>
    public static async Task<CampaignResult> RunAsync(int seed, int orders, Func<TimeProvider, IRequestBudget>? budgetOf = null)
    {
        var sum = new CampaignResult();
        int scenarios = ScenariosFor(seed, orders);
        int next = -1;
        Task[] players = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Factory.StartNew(
            Play, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        await Task.WhenAll(players);
        return sum;

        // On threads of its own, so that what a call leaves to the thread pool is not kept waiting there.
        void Play()
        {
            var part = new CampaignResult();
            for (int number = Interlocked.Increment(ref next); number < scenarios; number = Interlocked.Increment(ref next))
            {
                part.Record(PlayedScenario.Play(ScenarioGenerator.Draw(seed, number), budgetOf));
            }

            lock (sum)
            {
                sum.Add(part);
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
