using System.Net;
using System.Security.Cryptography.X509Certificates;
using Binance.AlgoOrders.Samples;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.IntegrationTests.Secrets;

/// <summary>A simulated exchange and a client with the canaries as credentials. All output is captured.</summary>
internal sealed class SecretsVenue : IAsyncDisposable
{
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromMilliseconds(150);

    private readonly KeySource _keys;
    private readonly Canaries _canaries;
    private readonly ProcessCapture _capture;
    private readonly CollectingLoggerProvider _logs = new();
    private readonly ServiceProvider _provider;
    private readonly SimulatedExchangeServer? _server;

    private SecretsVenue(
        ConnectionKind connection,
        KeySource keys,
        SimulatedAccount account,
        Canaries canaries,
        ProcessCapture capture,
        SimulatedExchange exchange,
        ManualTimeProvider? time,
        SimulatedExchangeServer? server,
        X509Certificate2 certificate)
    {
        (_keys, _canaries, _capture, Exchange, Account, Time, _server) = (keys, canaries, capture, exchange, account, time, server);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs));
        services.AddSingleton(time ?? TimeProvider.System);
        IHttpClientBuilder http = services
            .AddBinanceAlgoOrders("canary", Configure)
            .AddDefaultLogger()
            .AddHttpMessageHandler(() => new CapturingHandler(text => capture.Record("handler of a user", text)));
        _ = connection switch
        {
            ConnectionKind.Memory => http.ConfigurePrimaryHttpMessageHandler(() => new QuotingHandler(Exchange.CreateHandler())),
            ConnectionKind.HttpClientHandler => http.ConfigurePrimaryHttpMessageHandler(static () => new HttpClientHandler()),
            ConnectionKind.Tls => http.UseSocketsHttpHandler((handler, _) => handler.SslOptions.RemoteCertificateValidationCallback =
                (_, presented, _, _) => certificate.Equals(presented)),
            _ => http,
        };
        _provider = services.BuildServiceProvider();
        Client = _provider.GetRequiredKeyedService<AlgoOrderClient>("canary");
    }

    public SimulatedExchange Exchange { get; }

    public SimulatedAccount Account { get; }

    public AlgoOrderClient Client { get; }

    /// <summary>The virtual time, or null for real time.</summary>
    public ManualTimeProvider? Time { get; }

    public static async Task<SecretsVenue> OpenAsync(ConnectionKind connection, KeySource keys, Canaries canaries, ProcessCapture capture, X509Certificate2 certificate)
    {
        ManualTimeProvider? time = connection == ConnectionKind.Memory ? new ManualTimeProvider() : null;
        var exchange = new SimulatedExchange(time);
        SimulatedExchangeServer? server = connection switch
        {
            ConnectionKind.Memory => null,
            ConnectionKind.Tls => await SimulatedExchangeServer.StartAsync(exchange, certificate),
            _ => await SimulatedExchangeServer.StartAsync(exchange),
        };
        byte[] signature = Convert.FromBase64String(canaries.Signature);
        SimulatedAccount account = keys == KeySource.Signer
            ? exchange.AddAccount((_, presented) => presented.SequenceEqual(signature))
            : exchange.AddAccount(canaries.ApiKey, canaries.SecretKey);
        canaries.AddKey(account.ApiKey);
        return new SecretsVenue(connection, keys, account, canaries, capture, exchange, time, server, certificate);
    }

    /// <summary>Runs a call and records its result or exception.</summary>
    public async Task RunAsync(Func<SecretsVenue, Task<object>> call)
    {
        object result;
        try
        {
            result = Time is null ? await call(this) : await Time.RunAsync(call(this));
        }
        catch (AlgoOrderException failure)
        {
            result = failure;
        }

        RecordAll(VisibleText.Of(result));
    }

    /// <summary>Records the logs and the texts of the simulator, and adds the signatures to the canaries.</summary>
    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        object[] owners =
        [
            Client,
            Exchange,
            Account,
            .. Account.Orders,
            .. Exchange.Requests,
            new AlgoOrderClientOptions { ApiKey = _canaries.ApiKey, SecretKey = _canaries.SecretKey },
            ApiCredentials.FromSecretKey(_canaries.ApiKey, _canaries.SecretKey),
        ];
        RecordAll(owners.SelectMany(VisibleText.OfOwner));
        _capture.Record("log", _logs.ToString());
        _logs.Dispose();
        foreach (string query in Exchange.Requests.Select(record => record.Query).Where(query => query.Contains("signature=", StringComparison.Ordinal)))
        {
            _canaries.AddHexSignature(query[(query.IndexOf("signature=", StringComparison.Ordinal) + "signature=".Length)..]);
        }
    }

    private void Configure(AlgoOrderClientOptions options)
    {
        switch (_keys)
        {
            case KeySource.Provider:
                options.CredentialsProvider = new CanaryProvider(_canaries);
                break;
            case KeySource.Signer:
                (options.ApiKey, options.Signer) = (Account.ApiKey, new FixedSigner(Uri.EscapeDataString(_canaries.Signature)));
                break;
            default:
                (options.ApiKey, options.SecretKey) = (Account.ApiKey, Account.SecretKey);
                break;
        }

        if (_server is not null)
        {
            options.BaseAddress = _server.BaseAddress;
            (options.Timeout, options.AttemptTimeout, options.MaxRetryAttempts) = (2 * AttemptTimeout, AttemptTimeout, 0);
            // Shorter than the delays of the faults, so that requests are sent over all kinds of connections.
            options.HedgeAfter = TimeSpan.FromMilliseconds(10);
        }
    }

    private void RecordAll(IEnumerable<(string Place, string Text)> shown)
    {
        foreach ((string place, string text) in shown)
        {
            _capture.Record(place, text);
        }
    }

    /// <summary>A gateway that quotes key, address and signature of a request with the client id "quote-me".</summary>
    private sealed class QuotingHandler(HttpMessageHandler exchange) : HttpMessageHandler
    {
        private readonly Relay _exchange = new(exchange);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await _exchange.RelayAsync(request, cancellationToken);
            return request.RequestUri!.Query.Contains("quote-me", StringComparison.Ordinal)
                ? new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = new StringContent($"<html>Refused: {request.RequestUri.OriginalString} ({request.Headers})</html>") }
                : response;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _exchange.Dispose();
            }

            base.Dispose(disposing);
        }
    }

    /// <summary>Passes requests on without the events that an HttpMessageInvoker writes.</summary>
    private sealed class Relay(HttpMessageHandler exchange) : DelegatingHandler(exchange)
    {
        public Task<HttpResponseMessage> RelayAsync(HttpRequestMessage request, CancellationToken cancellationToken) => SendAsync(request, cancellationToken);
    }
}
