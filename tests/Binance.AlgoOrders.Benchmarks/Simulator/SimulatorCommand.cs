using System.CommandLine;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Measures the simulated exchange: its server over loopback sockets under load, and a day of prices in virtual time.</summary>
internal static class SimulatorCommand
{
    private const int SecondsOfDay = 86_400;

    public static Command Create()
    {
        Option<int> requests = NumberOption.Create("--requests", "The number of requests to the server.", value: 200_000, least: 800, most: 100_000_000);
        Option<int> seconds = NumberOption.Create("--seconds", "The most seconds that the requests may take.", value: 60, least: 1, most: 86_400);
        Option<int> steps = NumberOption.Create("--steps", "The number of prices, one for each second of virtual time.", SecondsOfDay, least: 1, most: 1_000_000);
        var command = new Command("simulator", "Measures the simulated exchange and its server, and fails if they are too slow or grow.") { requests, seconds, steps };
        command.SetAction(async (parsed, _) =>
        {
            TextWriter output = parsed.InvocationConfiguration.Output;
            await output.WriteLineAsync(Surroundings.Text);
            var plan = new ServerPlan(parsed.GetValue(requests), TimeSpan.FromSeconds(parsed.GetValue(seconds)));
            IReadOnlyList<ServerBound> bounds = [.. await MeasureServerAsync(plan, output), await MeasureDayAsync(parsed.GetValue(steps), output)];
            await WriteBoundsAsync(bounds, output);
            return bounds.All(bound => bound.IsKept) ? 0 : 1;
        });
        return command;
    }

    private static async Task<IReadOnlyList<ServerBound>> MeasureServerAsync(ServerPlan plan, TextWriter output)
    {
        await output.WriteLineAsync();
        await output.WriteLineAsync(
            $"the server over loopback: place, query, list and cancel, {ServerPlan.Connections} connections, {ServerPlan.Accounts} accounts, a user stream, a price every {ServerPlan.PriceInterval.TotalMilliseconds} ms");
        await using ServerLoad load = await ServerLoad.StartAsync(plan);
        ServerFigures figures = await load.MeasureAsync();
        await output.WriteAsync(figures.ToString());
        await output.WriteLineAsync($"{figures.Requests} requests, {figures.Failures} without a 200, {load.Events} events of the user stream");
        return figures.Bounds(plan);
    }

    private static async Task<ServerBound> MeasureDayAsync(int steps, TextWriter output)
    {
        PriceDay day = await PriceDay.RunAsync(steps);
        await output.WriteLineAsync();
        await output.WriteLineAsync(
            $"{steps} prices in virtual time, one a second, {PriceDay.LiveOrders} conditional orders: {day.Elapsed.TotalSeconds.Fine()} s, {day.Triggered} orders triggered, {day.Events} events");
        return new ServerBound("seconds of the prices in virtual time", day.Elapsed.TotalSeconds, Most: PriceDay.MostSeconds);
    }

    private static async Task WriteBoundsAsync(IEnumerable<ServerBound> bounds, TextWriter output)
    {
        var table = new TextTable("", "measured", "allowed", "bound");
        foreach (ServerBound bound in bounds)
        {
            table.Add(bound.Name, bound.Value.Fine(), bound.Allowed, bound.IsKept ? "kept" : "BROKEN");
        }

        await output.WriteLineAsync();
        await output.WriteAsync(table.ToString());
    }
}
