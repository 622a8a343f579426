using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.IntegrationTests.Secrets;

/// <summary>Key, secret and signature are nowhere but on the wire, whatever goes wrong. What the framework shows of the wire itself is stated as it is.</summary>
[Collection(nameof(SecretsTests))]
public sealed class SecretsTests : IDisposable
{
    // What is thrown inside System.Text.Json and names a property of the answer: caught by the client, and passed on without the name.
    private const string ReaderOfJson = "throwing of System.Text.Json.JsonException";

    // The framework's own debugging, off unless somebody asks for it: the bytes that a socket, or TLS before it encrypts, was given.
    private const string DumpOfSockets = "Private.InternalDiagnostics.System.Net.Sockets/DumpBuffer";
    private const string DumpOfTls = "Private.InternalDiagnostics.System.Net.Security/DumpBuffer";

    // Of a HttpClientHandler the tracing cannot be switched off: its listeners get the signed message.
    private const string Diagnostics = "DiagnosticListener HttpHandlerDiagnosticListener";

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

    private static readonly Func<TappedVenue, Task<object>>[] CallsOfProvider =
    [
        async venue => { await venue.Client.RefreshCredentialsAsync(); return venue.Client; },
        async venue => await venue.Client.CancelAsync(CancelAlgoOrderRequest.ByClientAlgoId("quote-me")),
    ];

    /// <summary>The road, where the key comes from, and where the framework shows what it reads and sends: SECURITY.md tells of each.</summary>
    public static TheoryData<Road, KeySource, string[]> Roads => new()
    {
        { Road.Memory, KeySource.Options, [ReaderOfJson] },
        { Road.Memory, KeySource.Signer, [ReaderOfJson] },
        { Road.Memory, KeySource.Provider, [ReaderOfJson] },
        { Road.Sockets, KeySource.Options, [DumpOfSockets, ReaderOfJson] },
        { Road.Tls, KeySource.Signer, [DumpOfTls, ReaderOfJson] },
        { Road.HttpClientHandler, KeySource.Options, [Diagnostics, DumpOfSockets, ReaderOfJson] },
    };

    [Theory]
    [MemberData(nameof(Roads))]
    public async Task Secrets_never_leave_whatever_goes_wrong_but_where_the_framework_prints_the_wire(Road road, KeySource keys, string[] placesInsideTheFramework)
    {
        using var wiretap = new Wiretap();
        foreach (Fault[] some in EveryFault.With(Bodies()).Chunk(road == Road.Memory ? 1 : 8))
        {
            await Task.WhenAll(some.Select(fault => PlayAsync(road, keys, fault, wiretap)));
        }

        string[] leaks = [.. wiretap.Heard.Where(heard => _canaries.IsIn(heard.Text)).Select(heard => heard.Place).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(placesInsideTheFramework, leaks);
    }

    [Theory]
    [InlineData("log")]
    [InlineData("span of Binance.AlgoOrders")]
    [InlineData("meter Binance.AlgoOrders")]
    [InlineData("System.Net.Http/RequestStart")]
    [InlineData("Private.InternalDiagnostics.System.Net.Http/HandlerMessage")]
    [InlineData("handler of a user")]
    [InlineData("text of Binance.AlgoOrders.CancelAttempt")]
    [InlineData("debugger display of Binance.AlgoOrders.CancelAlgoOrderOutcome+Canceled")]
    [InlineData("text of Binance.AlgoOrders.Testing.SimulatedExchangeRecord")]
    public async Task The_wiretap_hears(string place)
    {
        using var wiretap = new Wiretap();
        await PlayAsync(Road.Sockets, KeySource.Options, Fault.ExecuteThenDrop, wiretap);
        Assert.Contains(place, wiretap.Heard.Select(heard => heard.Place));
    }

    [Fact]
    public void A_part_of_a_secret_is_found_in_other_clothes()
    {
        string part = _canaries.ApiKey[10..22];
        Assert.All([part, part.ToUpperInvariant(), $"x{Uri.EscapeDataString(part)}y", _canaries.SecretKey[^8..]], text => Assert.True(_canaries.IsIn(text)));
        Assert.False(_canaries.IsIn(_canaries.SecretKey[^7..]));
    }

    public void Dispose() => _certificate.Dispose();

    private async Task PlayAsync(Road road, KeySource keys, Fault fault, Wiretap wiretap)
    {
        await using TappedVenue venue = await TappedVenue.OpenAsync(road, keys, _canaries, wiretap, _certificate);
        if (road == Road.Memory)
        {
            // The rehearsal goes through the pool, which virtual time does not wait for; it is played once per client.
            await venue.Client.WarmUpAsync(TestContext.Current.CancellationToken);
        }

        Func<TappedVenue, Task<object>>[] calls = road == Road.Memory ? [.. Calls, .. MoreCalls] : Calls;
        foreach (Func<TappedVenue, Task<object>> call in keys == KeySource.Provider ? [.. calls, .. CallsOfProvider] : calls)
        {
            venue.Exchange.Faults.Next(fault);
            await venue.RunAsync(call);
            venue.Exchange.Faults.Clear();
        }
    }

    // What stands between may quote what it was sent: as it is, percent-encoded, and where a reader of JSON names what it could not read.
    private string[] Bodies() =>
    [
        $"<html>Refused: X-MBX-APIKEY: {_canaries.ApiKey} of {Uri.EscapeDataString(_canaries.ApiKey)}, signed with {_canaries.SecretKey}: {_canaries.Signature}</html>",
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
