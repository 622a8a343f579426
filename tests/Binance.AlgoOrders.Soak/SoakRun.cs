using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Binance.AlgoOrders.Samples;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Soak;

/// <summary>One client under load for a long time, round after round, over real sockets.</summary>
internal sealed class SoakRun(SoakPlan plan, TextWriter output)
{
    private const string ApiKey = "the-api-key-of-the-soak";
    private const string SecretKey = "the-secret-key-of-the-soak";
    private const int HighestWeightLimit = 1_000_000;

    private readonly SoakFigures _figures = new(plan);
    private SimulatedExchange _exchange = new();

    /// <summary>Runs to the end.</summary>
    /// <returns>Whether every bound was kept.</returns>
    public async Task<bool> RunAsync()
    {
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Concurrency} callers, {plan.Duration}, seed {plan.Seed}; {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores"));
        await output.WriteLineAsync("a row for every round; ms from a caller's Cancel() to the end of its call");
        await output.WriteLineAsync("at rest after it: open files, sockets among them (of both ends), threads, waiting work items, timers, live heap");
        await output.WriteLineAsync(SoakTable.Head);
        try
        {
            await PlayRoundsAsync();
        }
        catch (TimeoutException)
        {
            await output.WriteLineAsync("BROKEN: a call never came to its end.");
            return false;
        }

        IReadOnlyList<Bound> bounds = SoakBounds.Of(_figures, plan);
        await output.WriteAsync(SoakTable.Sum(_figures, bounds));
        return bounds.All(bound => bound.IsKept);
    }

    private async Task PlayRoundsAsync()
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
        long begun = Stopwatch.GetTimestamp();
        for (int number = 0; plan.GoesOn(number, Stopwatch.GetElapsedTime(begun)); number++)
        {
            RoundResult round = await PlayRoundAsync(client, number);
            _figures.Add(round);

            // On a stack of its own: this one began in the round, and would keep all of it alive.
            await Task.Yield();
            var sample = ProcessSample.Take();
            _figures.Add(sample);
            await output.WriteLineAsync(SoakTable.Row(Stopwatch.GetElapsedTime(begun), round, sample));
        }
    }

    private async Task<RoundResult> PlayRoundAsync(AlgoOrderClient client, int number)
    {
        var exchange = new SimulatedExchange(options: new SimulatedExchangeOptions { Seed = plan.Seed + number }) { WeightLimit = int.MaxValue };
        var venue = new Venue(plan, client, exchange, exchange.AddAccount(ApiKey, SecretKey));
        Volatile.Write(ref _exchange, exchange);
        RoundResult round = await Round.PlayAsync(venue, number);
        Volatile.Write(ref _exchange, new SimulatedExchange());
        return round;
    }
}
