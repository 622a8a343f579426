using System.Xml.Linq;
using Binance.AlgoOrders.Benchmarks;

namespace Binance.AlgoOrders.IntegrationTests;

/// <summary>Runs every mode of the benchmarks once, with small counts, and not in parallel, because the benchmarks measure the memory of the whole process.</summary>
[Collection(nameof(BenchmarkTests))]
[CollectionDefinition(nameof(BenchmarkTests), DisableParallelization = true)]
public class BenchmarkTests
{
    private static readonly string[] Products = ["Create, CancelAsync", "Create, EnsureCanceledAsync", "DI, CancelAsync", "DI, EnsureCanceledAsync"];

    [Fact]
    public async Task Compare_measures_every_variant_on_every_in_memory_transport()
    {
        string[] titles = ["memory", "memory-async", "memory-wire", "signing"];

        string output = await RunAsync("compare --rounds 2 --calls 20 --transport memory");

        Assert.All(titles, title => Assert.Contains($"{Environment.NewLine}{title}: 2 rounds of 20", output, StringComparison.Ordinal));
        Assert.All(["floor", "minimal", "naive", .. Products], variant => Assert.Equal(4, output.Split($"  {variant}  ").Length));
    }

    [Theory]
    [InlineData("http", "http, HTTP/1.1, 1 at once|http, HTTP/1.1, 16 at once")]
    [InlineData("tls", "tls, HTTP/1.1, 1 at once|tls, HTTP/1.1, 16 at once|tls, HTTP/2, 16 at once")]
    public async Task Compare_measures_over_sockets(string transport, string tables)
    {
        string output = await RunAsync($"compare --rounds 1 --calls 16 --transport {transport}");

        Assert.All(tables.Split('|'), table => Assert.Contains(table, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Parts_measures_every_part()
    {
        string output = await RunAsync("parts --dry");

        Assert.All(["BuildUrl", "Sign", "ParseAcknowledgement", "ClassifyErrorResponse"], part => Assert.Contains($"| {part} ", output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Grow_stays_within_its_bounds()
    {
        string output = await RunAsync("grow --from 1000 --to 7000 --requests 5");

        Assert.All(Products, product => Assert.Contains(product, output, StringComparison.Ordinal));
        Assert.Contains("1 connections accepted, kept", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_measures_the_first_cancel_of_a_process()
    {
        string[] rows = ["floor", "AlgoOrderClient.Create", "AddBinanceAlgoOrders", "cold", "after WarmUpAsync"];

        string output = await RunAsync("start --repetitions 1 --steady 10");

        Assert.All(rows, row => Assert.Contains(row, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Simulator_serves_every_request_without_growth()
    {
        string[] bounds = ["requests without a 200", "growth of the heap", "seconds of the prices in virtual time"];

        string output = await RunAsync("simulator --requests 4000 --steps 600");

        string[] kept = [.. output.Split(Environment.NewLine).Where(row => row.EndsWith("kept", StringComparison.Ordinal))];
        Assert.Equal(bounds.Length, kept.Length);
        Assert.All(bounds, bound => Assert.Contains(kept, row => row.StartsWith($"  {bound}", StringComparison.Ordinal)));
        Assert.DoesNotContain(", 0 events", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chart_draws_a_time_bar_and_a_bytes_bar_for_each_of_four_variants()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string file = Path.Combine(folder, "cost.svg");

            await RunAsync($"chart --rounds 1 --calls 20 --to {file}");

            XElement svg = XElement.Load(file);
            Assert.Equal(8, svg.Elements(svg.Name.Namespace + "rect").Count());
            Assert.DoesNotContain(svg.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName is "href" or "src");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Tail_measures_every_variant_without_a_false_claim_and_draws_a_bar_for_each()
    {
        string[] variants = ["EnsureCanceledAsync", "without hedging", "timeout and retry", "lower bound"];
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string file = Path.Combine(folder, "tail.svg");

            string output = await RunAsync($"tail --cancels 200 --stall 0 7 --round-trip 8 --svg {file}");

            Assert.All(variants, variant => Assert.Equal(3, output.Split($"  {variant}  ").Length));
            Assert.Equal(4, output.Split(Environment.NewLine).Count(row => row.Contains(": false claims, ", StringComparison.Ordinal) && row.EndsWith("kept", StringComparison.Ordinal)));
            XElement svg = XElement.Load(file);
            Assert.Equal(8, svg.Elements(svg.Name.Namespace + "rect").Count());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Tail_draws_the_same_latencies_and_stalls_for_a_seed()
    {
        var conditions = new NetworkConditions(RoundTrip: 8, StallPercent: 20);
        RequestDelivery[] deliveries = Draw(seed: 1);

        Assert.Equal(deliveries, Draw(seed: 1));
        Assert.NotEqual(deliveries, Draw(seed: 2));
        double[] latencies = [.. deliveries.Select(delivery => delivery.Latency.TotalMilliseconds).Order()];
        Assert.InRange(latencies.Percentile(50), 7.8, 8.2);
        Assert.InRange(latencies.Percentile(99), 17.5, 18.5);
        Assert.InRange(deliveries.Count(delivery => delivery.IsStalled), 3800, 4200);
        Assert.InRange(deliveries.Count(delivery => !delivery.IsExecuted), 1900, 2100);

        RequestDelivery[] Draw(int seed) => [.. Enumerable.Range(0, 20_000).Select(order => RequestDelivery.Draw(conditions, seed, order, ordinal: 1))];
    }

    [Theory]
    [InlineData("compare --rounds 0")]
    [InlineData("compare --transport pigeon")]
    [InlineData("compare --concurrency 17")]
    [InlineData("start --aot no-such-file")]
    [InlineData("tail --stall 1.5 60")]
    [InlineData("tail --round-trip soon")]
    [InlineData("simulator --requests 10")]
    [InlineData("race")]
    public async Task Invalid_arguments_fail_without_a_measurement(string arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        Assert.Equal(2, await BenchmarkCommand.RunAsync(arguments.Split(' '), output, errors));
        Assert.Empty(output.ToString());
        Assert.NotEmpty(errors.ToString());
    }

    private static async Task<string> RunAsync(string arguments)
    {
        using var output = new StringWriter();
        int exitCode = await BenchmarkCommand.RunAsync(arguments.Split(' '), output, TextWriter.Null);
        Assert.True(exitCode == 0, output.ToString());
        return output.ToString();
    }
}
