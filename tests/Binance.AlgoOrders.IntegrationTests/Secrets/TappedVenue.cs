using System.Net;
using System.Security.Cryptography.X509Certificates;
using Binance.AlgoOrders.Samples;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.IntegrationTests.Secrets;

/// <summary>A simulated exchange and a client of it that carries the canaries, everything tapped.</summary>
internal sealed class TappedVenue : IAsyncDisposable
{
    private static readonly TimeSpan Shortly = TimeSpan.FromMilliseconds(150);

    private readonly KeySource _keys;
    private readonly Canaries _canaries;
    private readonly Wiretap _wiretap;
    private readonly CollectingLoggerProvider _logs = new();
    private readonly ServiceProvider _provider;
    private readonly SimulatedExchangeServer? _server;

    private TappedVenue(
        Road road,
        KeySource keys,
        SimulatedAccount account,
        Canaries canaries,
        Wiretap wiretap,
        SimulatedExchange exchange,
        ManualTimeProvider? time,
        SimulatedExchangeServer? server,
        X509Certificate2 certificate)
    {
        (_keys, _canaries, _wiretap, Exchange, Account, Time, _server) = (keys, canaries, wiretap, exchange, account, time, server);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs));
        services.AddSingleton(time ?? TimeProvider.System);
        IHttpClientBuilder http = services
            .AddBinanceAlgoOrders("canary", Configure)
            .AddDefaultLogger()
            .AddHttpMessageHandler(() => new Onlooker(text => wiretap.Hear("handler of a user", text)));
        _ = road switch
        {
            Road.Memory => http.ConfigurePrimaryHttpMessageHandler(() => new QuotingHandler(Exchange.CreateHandler())),
            Road.HttpClientHandler => http.ConfigurePrimaryHttpMessageHandler(static () => new HttpClientHandler()),
            Road.Tls => http.UseSocketsHttpHandler((handler, _) => handler.SslOptions.RemoteCertificateValidationCallback =
                (_, presented, _, _) => certificate.Equals(presented)),
            _ => http,
        };
        _provider = services.BuildServiceProvider();
        Client = _provider.GetRequiredKeyedService<AlgoOrderClient>("canary");
    }

    public SimulatedExchange Exchange { get; }

    public SimulatedAccount Account { get; }

    public AlgoOrderClient Client { get; }

    /// <summary>Null: time passes by itself.</summary>
    public ManualTimeProvider? Time { get; }

    public static async Task<TappedVenue> OpenAsync(Road road, KeySource keys, Canaries canaries, Wiretap wiretap, X509Certificate2 certificate)
    {
        ManualTimeProvider? time = road == Road.Memory ? new ManualTimeProvider() : null;
        var exchange = new SimulatedExchange(time);
        SimulatedExchangeServer? server = road switch
        {
            Road.Memory => null,
            Road.Tls => await SimulatedExchangeServer.StartAsync(exchange, certificate),
            _ => await SimulatedExchangeServer.StartAsync(exchange),
        };
        byte[] signature = Convert.FromBase64String(canaries.Signature);
        SimulatedAccount account = keys == KeySource.Signer
            ? exchange.AddAccount((_, presented) => presented.SequenceEqual(signature))
            : exchange.AddAccount(canaries.ApiKey, canaries.SecretKey);
        canaries.AddKey(account.ApiKey);
        return new TappedVenue(road, keys, account, canaries, wiretap, exchange, time, server, certificate);
    }

    /// <summary>Tells what the call returned or threw.</summary>
    public async Task RunAsync(Func<TappedVenue, Task<object>> call)
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

        Tell(Shown.By(result));
    }

    /// <summary>Tells what was logged, and what the simulator would print; learns the signatures.</summary>
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
            .. Exchange.Journal,
            new AlgoOrderClientOptions { ApiKey = _canaries.ApiKey, SecretKey = _canaries.SecretKey },
            ApiCredentials.FromSecretKey(_canaries.ApiKey, _canaries.SecretKey),
        ];
        Tell(owners.SelectMany(Shown.ByItself));
        _wiretap.Hear("log", _logs.ToString());
        _logs.Dispose();
        foreach (string query in Exchange.Journal.Select(record => record.Query).Where(query => query.Contains("signature=", StringComparison.Ordinal)))
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
            (options.Timeout, options.AttemptTimeout, options.MaxRetryAttempts) = (2 * Shortly, Shortly, 0);
        }
    }

    private void Tell(IEnumerable<(string Place, string Text)> shown)
    {
        foreach ((string place, string text) in shown)
        {
            _wiretap.Hear(place, text);
        }
    }

    /// <summary>A gateway that quotes what it refuses: key, address and signature. Only where a client id asks for it.</summary>
    private sealed class QuotingHandler(HttpMessageHandler exchange) : DelegatingHandler(exchange)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            return request.RequestUri!.Query.Contains("quote-me", StringComparison.Ordinal)
                ? new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = new StringContent($"<html>Refused: {request.RequestUri.OriginalString} ({request.Headers})</html>") }
                : response;
        }
    }
}
