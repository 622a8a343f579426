using System.Diagnostics.Metrics;
using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Diagnostics;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Limits;
using Binance.AlgoOrders.Internal.Pipeline;
using Binance.AlgoOrders.Internal.Signing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Binance.AlgoOrders.DependencyInjection;

/// <summary>Creates a client from its options, for <see cref="AlgoOrderClient.Create"/> and for the container.</summary>
internal static class AlgoOrderClientFactory
{
    public const string LogCategory = TelemetrySource.Name;

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
        ILogger logger = GetLogger(loggerFactory);
        RequestSigner signer = CreateSigner(options, [], timeProvider, logger);
        IRequestBudget budget = options.RequestBudget ?? CreateBudget(options, timeProvider);
        RateLimitTracker limits = CreateLimits(options, signer, budget, clientName: "", timeProvider);
        HttpMessageHandler handler = PrimaryHandlerFactory.Wrap(primaryHandler ?? PrimaryHandlerFactory.Create(options), signer, limits, BinanceAddress.IsLoopback(options));
        var http = new HttpMessageInvoker(handler, disposeHandler: primaryHandler is null);
        using var configured = new HttpClient(handler, disposeHandler: false);
        Configure(configured, options);
        var meter = new Meter(TelemetrySource.Name, TelemetrySource.Version);
        var telemetry = new TelemetrySource(meter, Account: null, configured.BaseAddress!.Host);
        return Create(options, new ClientServices(configured, http, signer, limits, telemetry, timeProvider, logger), new OwnedResources(handler, http, signer, meter));
    }

    /// <summary>Creates a client from validated options.</summary>
    public static AlgoOrderClient Create(AlgoOrderClientOptions options, ClientServices services, IDisposable? owned)
    {
        (HttpClient configured, HttpMessageInvoker http, RequestSigner signer, RateLimitTracker limits, TelemetrySource source, TimeProvider timeProvider, ILogger logger) = services;
        ServerClock clock = signer.Clock;
        var telemetry = new ClientTelemetry(source, timeProvider);
        ClientGauges.Create(source, limits, clock, timeProvider);
        var messages = new RequestMessageFactory(configured, BinanceAddress.PathPrefixOf(options.Market), options.RecvWindow);
        var sender = new AttemptSender(http, messages, limits, timeProvider, telemetry, logger);
        TimeSpan attemptTimeout = GetAttemptTimeout(options, configured);
        var hedging = new HedgingSender(sender, new HedgePolicy(options.HedgeAfter, sender.RoundTrip), attemptTimeout, timeProvider, logger);
        var synchronizer = new ClockSynchronizer(hedging, clock, timeProvider, attemptTimeout, logger);
        var recovery = new RejectionRecovery(synchronizer, signer);
        var retry = new RetryPolicy(options.MaxRetryAttempts, timeProvider);
        var times = new PipelineTimes(attemptTimeout, options.VisibilityLag, options.RecvWindow);
        var pipeline = new RequestPipeline(hedging, recovery, retry, synchronizer, limits, times, logger);
        var calls = new CallRunner(pipeline, telemetry, options.Timeout, timeProvider);
        var warmUp = new WarmUpProcedure(new CancelWarmUp(timeProvider).RunAsync, signer, options.SynchronizeClockAtWarmUp);
        return new AlgoOrderClient(calls, signer, warmUp, owned);
    }

    /// <summary>Creates a budget with the limits of the options.</summary>
    public static LocalRequestBudget CreateBudget(AlgoOrderClientOptions options, TimeProvider timeProvider) =>
        new(options.WeightLimit, options.OrderLimit10Seconds, options.OrderLimit1Minute, timeProvider);

    /// <summary>Creates the limits of one client, which counts the new orders of its account.</summary>
    public static RateLimitTracker CreateLimits(AlgoOrderClientOptions options, RequestSigner signer, IRequestBudget budget, string clientName, TimeProvider timeProvider)
    {
        string account = AccountName.Of(options.Account, options.ApiKey, clientName);
        return new RateLimitTracker(signer.Clock, budget.ForAccount(account), timeProvider);
    }

    public static RequestSigner CreateSigner(
        AlgoOrderClientOptions options, IEnumerable<IPrivateKeySignerFactory> keyFactories, TimeProvider timeProvider, ILogger logger)
    {
        var store = new CredentialStore(credentials => CredentialsValidator.CreateSigner(credentials, keyFactories), logger);
        var clock = new ServerClock(timeProvider);
        if (options.CredentialsProvider is { } provider)
        {
            var refresher = new CredentialRefresher(provider, store, options.Timeout, timeProvider, logger);
            return new RequestSigner(store, refresher, clock, options.TimingProvider);
        }

        store.Set(CredentialsValidator.GetCredentials(options), store.NextVersion());
        return new RequestSigner(store, refresher: null, clock, options.TimingProvider);
    }

    public static ILogger GetLogger(ILoggerFactory? loggerFactory) => loggerFactory?.CreateLogger(LogCategory) ?? NullLogger.Instance;

    // A timeout that a user sets on the HttpClient limits one attempt, as it does there.
    private static TimeSpan GetAttemptTimeout(AlgoOrderClientOptions options, HttpClient configured) => configured.Timeout == Timeout.InfiniteTimeSpan
        ? options.AttemptTimeout
        : TimeMath.Min(configured.Timeout, options.AttemptTimeout);

    public static void Configure(HttpClient http, AlgoOrderClientOptions options)
    {
        http.BaseAddress = BinanceAddress.Of(options);
        http.DefaultRequestVersion = options.HttpVersion;
        http.Timeout = Timeout.InfiniteTimeSpan;
    }

    private sealed class OwnedResources(HttpMessageHandler handler, HttpMessageInvoker http, RequestSigner signer, Meter meter) : IDisposable
    {
        public void Dispose()
        {
            PrimaryHandlerFactory.DisposeOwnPools(handler);
            http.Dispose();
            signer.Dispose();
            meter.Dispose();
        }
    }
}

/// <summary>Holds the services that a client is built on.</summary>
/// <param name="Configured">The configuration of the messages. It sends none itself.</param>
/// <param name="Http">Sends the messages. An HttpClient would start a timer and buffer the response once more.</param>
/// <param name="Signer">Stamps and signs the messages.</param>
/// <param name="Limits">Keeps the client within Binance's limits.</param>
/// <param name="Telemetry">The source of spans and measurements.</param>
/// <param name="TimeProvider">The clocks and timers of the client.</param>
/// <param name="Logger">The log of the client.</param>
internal sealed record ClientServices(
    HttpClient Configured,
    HttpMessageInvoker Http,
    RequestSigner Signer,
    RateLimitTracker Limits,
    TelemetrySource Telemetry,
    TimeProvider TimeProvider,
    ILogger Logger);
