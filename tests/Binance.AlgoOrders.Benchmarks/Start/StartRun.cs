using System.Globalization;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Starts processes of every kind in turns and writes the medians.</summary>
internal sealed class StartRun(LoopbackExchange exchange, int repetitions, int steadyCalls, TextWriter output)
{
    public async Task MeasureStartAsync(string? nativeProgram)
    {
        var kinds = new List<(string Name, Func<Task<ChildProcess>> RunAsync)>
        {
            ("empty process", () => OwnAsync(StartChild.Nothing)),
            ("floor", () => OwnAsync(StartChild.Floor)),
            ("AlgoOrderClient.Create", () => OwnAsync(StartChild.Create)),
            ("AddBinanceAlgoOrders", () => OwnAsync(StartChild.Container)),
        };
        if (nativeProgram is not null)
        {
            kinds.Add(("native smoke test", () => ChildProcess.RunAsync(nativeProgram)));
        }

        List<double>[] times = [.. kinds.Select(_ => new List<double>())];
        for (int repetition = 0; repetition < repetitions; repetition++)
        {
            for (int kind = 0; kind < kinds.Count; kind++)
            {
                times[kind].Add((await kinds[kind].RunAsync()).TimeToLine.TotalMilliseconds);
            }
        }

        var table = new TextTable("", "median ms", "best ms", "median − floor");
        for (int kind = 0; kind < kinds.Count; kind++)
        {
            table.Add(kinds[kind].Name, times[kind].Median().Fine(), times[kind].Min().Fine(), (times[kind].Median() - times[1].Median()).Fine());
        }

        await output.WriteLineAsync(Surroundings.OfChildren);
        await output.WriteLineAsync($"from the start of a process to the end of its first cancel over TLS, {repetitions} processes of each kind");
        await output.WriteLineAsync(table.ToString());
    }

    public async Task MeasureFirstCancelAsync()
    {
        (string Name, string Kind, List<Times> Times)[] rows =
        [
            ("cold", StartChild.Cold, []),
            ("after WarmUpAsync", StartChild.Warmed, []),
            ("after WarmUpAsync and a pause", StartChild.WarmedAndIdle, []),
        ];
        for (int repetition = 0; repetition < repetitions; repetition++)
        {
            foreach ((_, string kind, List<Times> times) in rows)
            {
                times.Add(await MeasureAsync(kind));
            }
        }

        var table = new TextTable("", "first cancel µs", "steady p50 µs", "first ÷ steady", "p50 after a pause µs", "first ÷ after a pause");
        foreach ((string name, _, List<Times> times) in rows)
        {
            Add(table, name, times);
        }

        await output.WriteLineAsync(
            $"AlgoOrderClient.Create, CancelAsync over TLS: the first cancel, the following {steadyCalls}, and a few that each follow a pause, {repetitions} processes of each kind");
        await output.WriteAsync(table.ToString());
    }

    private static void Add(TextTable table, string name, List<Times> times) => table.Add(
        name,
        times.Select(time => time.First).Median().Whole(),
        times.Select(time => time.Steady).Median().Whole(),
        times.Select(time => time.First / time.Steady).Median().Fine(),
        times.Select(time => time.AfterPause).Median().Whole(),
        times.Select(time => time.First / time.AfterPause).Median().Fine());

    private Task<ChildProcess> OwnAsync(string kind) => ChildProcess.RunOwnAsync(kind, exchange, steadyCalls);

    private async Task<Times> MeasureAsync(string kind)
    {
        double[] times = [.. (await OwnAsync(kind)).Line.Split(' ').Select(time => double.Parse(time, CultureInfo.InvariantCulture))];
        return new Times(times[0], times[1], times[2]);
    }

    private sealed record Times(double First, double Steady, double AfterPause);
}
