using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.IntegrationTests.Secrets;

/// <summary>Tests that key, secret and signature appear only on the wire under every fault. The tests list the diagnostics of the framework that expose the wire.</summary>
[Collection(nameof(SecretsTests))]
public sealed class SecretsTests : IDisposable
{
    // Thrown inside System.Text.Json with the name of a property of the response. The client catches it and removes the name.
    private const string JsonException = "throwing of System.Text.Json.JsonException";

    // The framework's own debug events, off by default: the bytes that are written to a socket or to TLS.
    private const string SocketDump = "Private.InternalDiagnostics.System.Net.Sockets/DumpBuffer";
    private const string TlsDump = "Private.InternalDiagnostics.System.Net.Security/DumpBuffer";

    // The tracing of a HttpClientHandler cannot be switched off, and its listeners receive the signed message.
    private const string Diagnostics = "DiagnosticListener HttpHandlerDiagnosticListener";

    private readonly Canaries _canaries = new();
    private readonly X509Certificate2 _certificate = CreateCertificate();

    private static readonly Func<SecretsVenue, Task<object>>[] Calls =
    [
        async venue => await venue.Client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(venue.Account.Place().AlgoId)),
        async venue => await venue.Client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(venue.Account.Place().AlgoId)),
        async venue => await venue.Client.PlaceAsync(new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.ClosePosition, 58_000m)),
        async venue => await venue.Client.FindAsync(AlgoOrderId.FromAlgoId(42)) ?? (object)"none",
    ];

    private static readonly Func<SecretsVenue, Task<object>>[] MoreCalls =
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

    private static readonly Func<SecretsVenue, Task<object>>[] ProviderCalls =
    [
        async venue => { await venue.Client.RefreshCredentialsAsync(); return venue.Client; },
        async venue => await venue.Client.CancelAsync(CancelAlgoOrderRequest.ByClientAlgoId("quote-me")),
    ];

    /// <summary>The connection, the source of the key, and the diagnostics of the framework that expose the wire. SECURITY.md describes each.</summary>
    public static TheoryData<ConnectionKind, KeySource, string[]> ConnectionKinds => new()
    {
        { ConnectionKind.Memory, KeySource.Options, [JsonException] },
        { ConnectionKind.Memory, KeySource.Signer, [JsonException] },
        { ConnectionKind.Memory, KeySource.Provider, [JsonException] },
        { ConnectionKind.Sockets, KeySource.Options, [SocketDump, JsonException] },
        { ConnectionKind.Tls, KeySource.Signer, [TlsDump, JsonException] },
        { ConnectionKind.HttpClientHandler, KeySource.Options, [Diagnostics, SocketDump, JsonException] },
    };

    [Theory]
    [MemberData(nameof(ConnectionKinds))]
    public async Task Secrets_appear_only_in_wire_dumps_of_the_framework_under_every_fault(ConnectionKind connection, KeySource keys, string[] frameworkPlaces)
    {
        using var capture = new ProcessCapture();
        int atOnce = connection == ConnectionKind.Memory ? 1 : 8;
        foreach (Fault[] faults in EveryFault.With(Bodies()).Chunk(atOnce))
        {
            await Task.WhenAll(faults.Select(fault => RunFaultAsync(connection, keys, fault, capture)));
        }

        string[] leaks = [.. capture.Texts.Where(captured => _canaries.IsIn(captured.Text)).Select(captured => captured.Place).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(frameworkPlaces, leaks);
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
    [InlineData("text of Binance.AlgoOrders.Testing.RecordedRequest")]
    public async Task Every_kind_of_output_is_captured(string place)
    {
        using var capture = new ProcessCapture();
        await RunFaultAsync(ConnectionKind.Sockets, KeySource.Options, Fault.ExecuteThenDrop, capture);
        Assert.Contains(place, capture.Texts.Select(captured => captured.Place));
    }

    [Fact]
    public void A_part_of_a_secret_is_found_in_any_case_and_encoding()
    {
        string part = _canaries.ApiKey[10..22];
        Assert.All([part, part.ToUpperInvariant(), $"x{Uri.EscapeDataString(part)}y", _canaries.SecretKey[^8..]], text => Assert.True(_canaries.IsIn(text)));
        Assert.False(_canaries.IsIn(_canaries.SecretKey[^7..]));
    }

    public void Dispose() => _certificate.Dispose();

    private async Task RunFaultAsync(ConnectionKind connection, KeySource keys, Fault fault, ProcessCapture capture)
    {
        await using SecretsVenue venue = await SecretsVenue.OpenAsync(connection, keys, _canaries, capture, _certificate);
        if (connection == ConnectionKind.Memory)
        {
            // The warm-up runs once per client, before the faults, because it uses the thread pool, which virtual time does not wait for.
            await venue.Client.WarmUpAsync(TestContext.Current.CancellationToken);
        }

        Func<SecretsVenue, Task<object>>[] calls = connection == ConnectionKind.Memory ? [.. Calls, .. MoreCalls] : Calls;
        if (keys == KeySource.Provider)
        {
            calls = [.. calls, .. ProviderCalls];
        }

        foreach (Func<SecretsVenue, Task<object>> call in calls)
        {
            venue.Exchange.Faults.Next(fault);
            await venue.RunAsync(call);
            venue.Exchange.Faults.Clear();
        }
    }

    // An intermediary may quote the request: plain, percent-encoded, and as an invalid JSON property name.
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
