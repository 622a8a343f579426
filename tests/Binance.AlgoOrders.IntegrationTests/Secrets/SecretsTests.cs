using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.IntegrationTests.Secrets;

/// <summary>Key, secret and signature are nowhere but on the wire, whatever goes wrong. What the framework shows of the wire itself is stated as it is.</summary>
[Collection(nameof(SecretsTests))]
public sealed class SecretsTests : IDisposable
{
    private readonly Canaries _canaries = new();
    private readonly X509Certificate2 _certificate = CreateCertificate();

    private static readonly Func<TappedVenue, Task<object>>[] Calls =
    [
        async venue => await venue.Client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(venue.Account.Place().AlgoId)),
        async venue => await venue.Client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(venue.Account.Place().AlgoId)),
        async venue => await venue.Client.PlaceAsync(new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.ClosePosition, 58_000m)),
        async venue => await venue.Client.FindAsync(AlgoOrderId.FromAlgoId(42)) ?? (object)"none",
    ];

    private static readonly Func<TappedVenue, Task<object>>[] MoreCalls =
    [
        async venue => await venue.Client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByClientAlgoId("quote-me") with { Symbol = "BTCUSDT" }),
        async venue => await venue.Client.CancelAsync(CancelAlgoOrderRequest.ByClientAlgoId("quote-me")),
        async venue => await venue.Client.ListOpenAsync("BTCUSDT"),
        async venue => await venue.Client.CancelAllAsync("BTCUSDT"),
        async venue => await venue.Client.EnsureAllCanceledAsync("BTCUSDT"),
        async venue => await ListAsync(venue.Client.ListHistoryAsync(new AlgoOrderHistoryQuery("BTCUSDT"))),
        async venue => await ListAsync(venue.Client.CancelManyAsync([AlgoOrderId.FromAlgoId(venue.Account.Place().AlgoId), AlgoOrderId.FromAlgoId(42)])),
        async venue => await venue.Client.SynchronizeClockAsync(),
        async venue => { await venue.Client.WarmUpAsync(); return venue.Client.RateLimits; },
    ];

    public static TheoryData<Road, string[]> Roads => new()
    {
        { Road.Memory, [] },
        { Road.Sockets, [] },
        { Road.Tls, [] },
        { Road.HttpClientHandler, [] },
    };

    [Theory]
    [MemberData(nameof(Roads))]
    public async Task Secrets_never_leave_whatever_goes_wrong_but_where_the_framework_prints_the_wire(Road road, string[] placesInsideTheFramework)
    {
        using var wiretap = new Wiretap();
        foreach (Fault[] some in EveryFault.With(Bodies()).Chunk(road == Road.Memory ? 1 : 8))
        {
            await Task.WhenAll(some.Select(fault => PlayAsync(road, fault, wiretap)));
        }

        string[] leaks = [.. wiretap.Heard.Where(heard => _canaries.IsIn(heard.Text)).Select(heard => heard.Place).Distinct().Order(StringComparer.Ordinal)];
        if (Environment.GetEnvironmentVariable("LEAKS") is { } dump)
        {
            File.WriteAllLines(dump + road, wiretap.Heard.Where(heard => _canaries.IsIn(heard.Text)).Select(h => h.Place + " :: " + h.Text).Distinct().Take(4000));
            File.WriteAllLines(dump + road + ".places", wiretap.Heard.GroupBy(h => h.Place).Select(g => g.Key + " " + g.Count()));
        }

        Assert.Equal(placesInsideTheFramework, leaks);
    }

    public void Dispose() => _certificate.Dispose();

    private async Task PlayAsync(Road road, Fault fault, Wiretap wiretap)
    {
        await using TappedVenue venue = await TappedVenue.OpenAsync(road, _canaries, wiretap, _certificate);
        foreach (Func<TappedVenue, Task<object>> call in road == Road.Memory ? [.. Calls, .. MoreCalls] : Calls)
        {
            venue.Exchange.Faults.Next(fault);
            await venue.RunAsync(call);
            venue.Exchange.Faults.Clear();
        }
    }

    // What stands between may quote what it was sent: as it is, percent-encoded, and where a reader of JSON names what it could not read.
    private string[] Bodies() =>
    [
        $"<html>Refused: X-MBX-APIKEY: {_canaries.ApiKey} of {Uri.EscapeDataString(_canaries.ApiKey)}, signed with {_canaries.SecretKey}</html>",
        $$"""{"code":-1102,"msg":"Mandatory parameter: {{_canaries.ApiKey}} {{Uri.EscapeDataString(_canaries.SecretKey)}}"}""",
        $$"""{"{{_canaries.ApiKey}}":oops}""",
    ];

    private static async Task<object> ListAsync<TItem>(IAsyncEnumerable<TItem> items)
    {
        var list = new List<TItem>();
        await foreach (TItem item in items)
        {
            list.Add(item);
        }

        return list;
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }
}
