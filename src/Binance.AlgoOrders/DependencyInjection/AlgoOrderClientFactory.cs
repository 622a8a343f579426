using System.Diagnostics.Metrics;
using Binance.AlgoOrders.Internal.Diagnostics;
using Binance.AlgoOrders.Internal.Signing;
using Binance.AlgoOrders.Internal.Timing;
using Binance.AlgoOrders.Internal.Transport;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Binance.AlgoOrders.DependencyInjection;

/// <summary>Builds a client from its options. <see cref="AlgoOrderClient.Create"/> and the container both end here.</summary>
internal static class AlgoOrderClientFactory
{
    public const string LogCategory = TelemetrySource.Name;

    // DNS changes are followed, and a connection is not kept for as long as a trading process lives.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan DefaultIdleTimeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestPing = TimeSpan.FromSeconds(1);

    public static AlgoOrderClient Create(
        AlgoOrderClientOptions options, HttpMessageHandler? primaryHandler, TimeProvider? timeProvider, ILoggerFactory? loggerFactory)
    {
        ArgumentNullException.ThrowIfNull(options);
        ValidateOptionsResult validation = new AlgoOrderClientOptionsValidator([]).Validate(name: null, options);
        if (validation.Failed)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, validation.Failures), nameof(options));
        }

        timeProvider ??= TimeProvider.System;
        RequestSigning signing = CreateSigning(options, [], timeProvider, LoggerOf(loggerFactory));
        HttpMessageHandler handler = WrapPrimaryHandler(primaryHandler ?? CreatePrimaryHandler(options), signing);
        var http = new HttpMessageInvoker(handler, disposeHandler: primaryHandler is null);
        using var configured = new HttpClient(handler, disposeHandler: false);
        Configure(configured, options);
        var meter = new Meter(TelemetrySource.Name, TelemetrySource.Version);
        var telemetrySource = new TelemetrySource(meter, Account: null, configured.BaseAddress!.Host);
        IRequestBudget budget = options.RequestBudget ?? CreateBudget(options, timeProvider);
        return Create(options, configured, http, signing, budget, timeProvider, loggerFactory, telemetrySource, new OwnedResources(http, signing, meter));
    }

    /// <summary>A client that plays the calls of another one: its options and its signing, but an address, a handler and a budget of its own.</summary>
    public static AlgoOrderClient CreateRehearsing(
        AlgoOrderClientOptions options, Uri address, HttpMessageHandler handler, RequestSigning signing, TimeProvider timeProvider, TelemetrySource telemetrySource)
    {
        using var configured = new HttpClient(handler, disposeHandler: false) { BaseAddress = address };
        var http = new HttpMessageInvoker(handler, disposeHandler: false);
        return Create(options, configured, http, signing, CreateBudget(options, timeProvider), timeProvider, loggerFactory: null, telemetrySource, owned: null);
    }

    /// <param name="options">Validated.</param>
    /// <param name="configured">Says how messages are made; it sends none.</param>
    /// <param name="http">Sends them. An invoker, because an HttpClient would keep time and buffer answers once more.</param>
    /// <param name="signing">Stamps and signs them.</param>
    /// <param name="budget">Keeps it within Binance's limits.</param>
    /// <param name="timeProvider">Every clock and timer of the client.</param>
    /// <param name="loggerFactory">Null: nothing is logged.</param>
    /// <param name="telemetrySource">Where spans and measurements come from.</param>
    /// <param name="owned">Is disposed with the client.</param>
    public static AlgoOrderClient Create(
        AlgoOrderClientOptions options,
        HttpClient configured,
        HttpMessageInvoker http,
        RequestSigning signing,
        IRequestBudget budget,
        TimeProvider timeProvider,
        ILoggerFactory? loggerFactory,
        TelemetrySource telemetrySource,
        IDisposable? owned)
    {
        ILogger logger = LoggerOf(loggerFactory);
        var limits = new RequestLimits(signing.Clock, budget, timeProvider);
        var messages = new ApiMessages(configured, BinanceAddress.PathPrefixOf(options.Market));
        var telemetry = new ClientTelemetry(telemetrySource, timeProvider);
        ClientGauges.Create(telemetrySource, limits, signing.Clock, timeProvider);
        var sender = new AttemptSender(http, messages, options.RecvWindow, limits, budget, signing.Clock, timeProvider, telemetry, logger);
        TimeSpan attemptTimeout = AttemptTimeoutOf(options, configured);
        var synchronizer = new ClockSynchronizer(sender, signing.Clock, timeProvider, attemptTimeout, logger);
        var defaults = new ApiTransportDefaults(options.Timeout, attemptTimeout, options.MaxRetryAttempts);
        var remedy = new RefusalRemedy(synchronizer, signing, timeProvider);
        var transport = new ApiTransport(sender, signing, synchronizer, remedy, limits, budget, defaults, timeProvider, telemetry, logger);
        var rehearsal = new CancelRehearsal(options, signing, timeProvider);
        return new AlgoOrderClient(transport, new WarmUpProcedure(transport, rehearsal.RunAsync, options.SynchronizeClockAtWarmUp), owned);
    }

    /// <summary>Counts for one client.</summary>
    public static IRequestBudget CreateBudget(AlgoOrderClientOptions options, TimeProvider timeProvider) => new WeightBudget(options.WeightLimit, timeProvider);

    public static RequestSigning CreateSigning(
        AlgoOrderClientOptions options, IEnumerable<IPrivateKeySignerFactory> keyFactories, TimeProvider timeProvider, ILogger logger)
    {
        var keys = new KeyRing(credentials => KeyRules.CreateSigner(credentials, keyFactories), logger);
        CredentialsSupply? supply = options.CredentialsProvider is { } provider ? new(provider, keys, options.Timeout, timeProvider, logger) : null;
        if (supply is null)
        {
            keys.Put(KeyRules.CredentialsOf(options), keys.BeginInquiry());
        }

        return new RequestSigning(keys, supply, new ServerClock(timeProvider), options.TimingProvider);
    }

    public static ILogger LoggerOf(ILoggerFactory? loggerFactory) => loggerFactory?.CreateLogger(LogCategory) ?? NullLogger.Instance;

    // A timeout that a user sets on the HttpClient is kept as what it is there: that of one attempt.
    private static TimeSpan AttemptTimeoutOf(AlgoOrderClientOptions options, HttpClient configured) =>
        configured.Timeout > TimeSpan.Zero && configured.Timeout < options.AttemptTimeout ? configured.Timeout : options.AttemptTimeout;

    public static void Configure(HttpClient http, AlgoOrderClientOptions options)
    {
        http.BaseAddress = BinanceAddress.Of(options);
        http.DefaultRequestVersion = options.HttpVersion;
        http.Timeout = Timeout.InfiniteTimeSpan;
    }

    /// <summary>A handler for signed requests, unless the user brings one: no cookies, no tracing headers for Binance, the platform's proxy.</summary>
    public static HttpMessageHandler CreatePrimaryHandler(AlgoOrderClientOptions options) => new SocketsHttpHandler
    {
        PooledConnectionLifetime = ConnectionLifetime,
        // An idle connection outlives two of the requests that keep it, should one of them be late.
        PooledConnectionIdleTimeout = options.KeepWarmInterval is { } interval && 2 * interval > DefaultIdleTimeout ? 2 * interval : DefaultIdleTimeout,
        // A connection that is still being made when its attempt is over would keep the next attempts waiting for it.
        ConnectTimeout = options.AttemptTimeout,
        // Over HTTP/2, a connection that has gone dead would be taken for every attempt that follows.
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        KeepAlivePingDelay = ShortestPing,
        KeepAlivePingTimeout = options.AttemptTimeout > ShortestPing ? options.AttemptTimeout : ShortestPing,
        UseCookies = false,
    };

    /// <summary>
    /// Puts the signing around a primary handler, once, and forbids it to follow redirects, which would carry key and signature elsewhere, and to
    /// trace, which would show them to every listener.
    /// </summary>
    public static HttpMessageHandler WrapPrimaryHandler(HttpMessageHandler primaryHandler, RequestSigning signing)
    {
        if (primaryHandler is SigningHandler)
        {
            return primaryHandler;
        }

        KeepToItself(primaryHandler);
        return new SigningHandler(signing, primaryHandler);
    }

    // What a user calls the primary handler may be handlers around one that sends.
    private static void KeepToItself(HttpMessageHandler? handler)
    {
        switch (handler)
        {
            case DelegatingHandler around:
                KeepToItself(around.InnerHandler);
                break;
            case SocketsHttpHandler sockets when sockets.AllowAutoRedirect || sockets.ActivityHeadersPropagator is not null:
                sockets.AllowAutoRedirect = false;
                sockets.ActivityHeadersPropagator = null;
                break;
            case HttpClientHandler { AllowAutoRedirect: true } client:
                client.AllowAutoRedirect = false;
                break;
        }
    }

    private sealed class OwnedResources(HttpMessageInvoker http, RequestSigning signing, Meter meter) : IDisposable
    {
        public void Dispose()
        {
            http.Dispose();
            signing.Dispose();
            meter.Dispose();
        }
    }
}
