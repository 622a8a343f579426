using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Binance.AlgoOrders.Samples;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Soak;

/// <summary>Drives one client under load for a long time, in rounds, over real sockets.</summary>
internal sealed class SoakRun(SoakPlan plan, TextWriter output)
{
    private const string ApiKey = "the-api-key-of-the-soak";
    private const string SecretKey = "the-secret-key-of-the-soak";
    private const int HighestWeightLimit = 1_000_000;

    private readonly SoakFigures _figures = new(plan);
    private SimulatedExchange _exchange = new();

    /// <summary>Runs all rounds.</summary>
    /// <returns>True if every bound was kept.</returns>
    public async Task<bool> RunAsync()
    {
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Concurrency} callers, {plan.Duration}, seed {plan.Seed}; {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores"));
        await output.WriteLineAsync("a row for each round; ms from the cancellation of a caller's token to the end of its call");
        await output.WriteLineAsync("after each round: open files, sockets of client and server, threads, waiting work items, timers, live heap");
        await output.WriteLineAsync(SoakTable.Head);
        try
        {
            await RunRoundsAsync();
        }
        catch (TimeoutException)
        {
            await output.WriteLineAsync("BROKEN: a call did not end.");
            return false;
        }

        IReadOnlyList<Bound> bounds = SoakBounds.Of(_figures, plan);
        await output.WriteAsync(SoakTable.Sum(_figures, bounds));
        return bounds.All(bound => bound.IsKept);
    }

    private async Task RunRoundsAsync()
    {
        await using SimulatedExchangeServer server = await SimulatedExchangeServer.StartAsync(() => Volatile.Read(ref _exchange));
        using var client = AlgoOrderClient.Create(new AlgoOrderClientOptions
        {
            ApiKey = ApiKey,
            SecretKey = SecretKey,
            BaseAddress = server.BaseAddress,
            RecvWindow = TimeSpan.FromSeconds(1),
            Timeout = plan.Timeout,
            AttemptTimeout = plan.AttemptTimeout,
            WeightLimit = HighestWeightLimit,
        });
        long startedAt = Stopwatch.GetTimestamp();
        for (int number = 0; plan.GoesOn(number, Stopwatch.GetElapsedTime(startedAt)); number++)
        {
            RoundResult round = await RunRoundAsync(client, number);
            _figures.Add(round);

            // The current stack would keep the objects of the round alive.
            await Task.Yield();
            var sample = ProcessSample.Take();
            _figures.Add(sample);
            await output.WriteLineAsync(SoakTable.Row(Stopwatch.GetElapsedTime(startedAt), round, sample));
        }
    }

    private async Task<RoundResult> RunRoundAsync(AlgoOrderClient client, int number)
    {
        var exchange = new SimulatedExchange(options: new SimulatedExchangeOptions { Seed = plan.Seed + number }) { WeightLimit = int.MaxValue };
        var venue = new Venue(plan, client, exchange, exchange.AddAccount(ApiKey, SecretKey));
        Volatile.Write(ref _exchange, exchange);
        RoundResult round = await Round.RunAsync(venue, number);
        Volatile.Write(ref _exchange, new SimulatedExchange());
        return round;
    }
}
