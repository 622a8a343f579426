using System.Net;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Runs the comparison with the options of the command line. Each table is written as soon as it is complete.</summary>
internal sealed class CompareRun(int rounds, int? calls, IReadOnlyList<int> concurrencies, TextWriter output)
{
    private const int CallersOfHttp2 = 16;

    private readonly int _memoryCalls = calls ?? 10_000;
    private readonly int _socketCalls = calls ?? 1000;

    public async Task RunAsync(string transport)
    {
        await output.WriteLineAsync(Surroundings.Text);
        if (transport is "memory" or "all")
        {
            await InMemoryAsync();
        }

        if (transport is "http" or "all")
        {
            await OverSocketsAsync(withTls: false);
        }

        if (transport is "tls" or "all")
        {
            await OverSocketsAsync(withTls: true);
        }
    }

    private async Task InMemoryAsync()
    {
        foreach (Venue venue in MemoryVenues.All)
        {
            IReadOnlyList<Figures> figures = await Comparison.RunAsync(venue, rounds, _memoryCalls);
            await WriteAsync($"{venue.Name}: {rounds} rounds of {_memoryCalls} cancels", Comparison.TableOf(figures));
        }

        IReadOnlyList<Variant> signing = SigningVariants.All();
        await WriteAsync($"signing: {rounds} rounds of {_memoryCalls}", Comparison.TableOf(await Comparison.RunAsync(signing, rounds, _memoryCalls)));
        signing.DisposeAll();
    }

    private async Task OverSocketsAsync(bool withTls)
    {
        await using LoopbackExchange exchange = await LoopbackExchange.StartAsync(withTls);
        Venue venue = exchange.ToVenue();
        foreach (int callers in concurrencies)
        {
            await UnderLoadAsync($"{venue.Name}, HTTP/1.1", Variants.FloorAndProduct(venue), callers);
        }

        if (withTls && concurrencies.Contains(CallersOfHttp2))
        {
            Venue http2 = venue with { HttpVersion = HttpVersion.Version20 };
            await UnderLoadAsync($"{venue.Name}, HTTP/2", Variants.FloorAndProduct(http2), CallersOfHttp2);
        }
    }

    private async Task UnderLoadAsync(string name, IReadOnlyList<Variant> variants, int callers)
    {
        string size = $"{callers} at once, {rounds} rounds of {_socketCalls} cancels";
        await WriteAsync($"{name}, {size}", Load.TableOf(await Load.RunAsync(variants, rounds, _socketCalls, callers)));
        variants.DisposeAll();
    }

    private async Task WriteAsync(string title, string table)
    {
        await output.WriteLineAsync();
        await output.WriteLineAsync(title);
        await output.WriteAsync(table);
    }
}
