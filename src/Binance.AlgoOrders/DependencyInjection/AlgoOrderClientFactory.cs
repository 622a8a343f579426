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
    private const string LogCategory = "Binance.AlgoOrders";

    // DNS changes are followed, and a connection is not kept for as long as a trading process lives.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(15);

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
        RequestSigning signing = CreateSigning(options, [], timeProvider);
        var http = new HttpClient(WrapPrimaryHandler(primaryHandler ?? CreatePrimaryHandler(), signing), disposeHandler: primaryHandler is null);
        Configure(http, options);
        return Create(options, http, signing, timeProvider, loggerFactory, new OwnedResources(http, signing));
    }

    public static AlgoOrderClient Create(
        AlgoOrderClientOptions options,
        HttpClient http,
        RequestSigning signing,
        TimeProvider timeProvider,
        ILoggerFactory? loggerFactory,
        IDisposable? owned)
    {
        ILogger logger = loggerFactory?.CreateLogger(LogCategory) ?? NullLogger.Instance;
        var limits = new RequestLimits(signing.Clock, timeProvider);
        var budget = new WeightBudget(signing.Clock, options.WeightLimit);
        var sender = new AttemptSender(http, BinanceAddress.PathPrefixOf(options.Market), options.RecvWindow, limits, budget, timeProvider, logger);
        var synchronizer = new ClockSynchronizer(sender, signing.Clock, timeProvider, options.AttemptTimeout);
        var defaults = new ApiTransportDefaults(options.Timeout, options.AttemptTimeout, options.MaxRetryAttempts);
        return new AlgoOrderClient(new ApiTransport(sender, synchronizer, limits, budget, defaults, timeProvider), options.SynchronizeClockAtWarmUp, owned);
    }

    public static RequestSigning CreateSigning(AlgoOrderClientOptions options, IEnumerable<IPrivateKeySignerFactory> keyFactories, TimeProvider timeProvider) => new(
        options.ApiKey,
        KeyRules.CreateSigner(options, keyFactories),
        ownsSigner: options.Signer is null,
        new ServerClock(timeProvider),
        options.TimingProvider);

    public static void Configure(HttpClient http, AlgoOrderClientOptions options)
    {
        http.BaseAddress = BinanceAddress.Of(options);
        http.Timeout = Timeout.InfiniteTimeSpan;
    }

    /// <summary>A handler for signed requests, unless the user brings one: no cookies, no tracing headers for Binance, the platform's proxy.</summary>
    public static HttpMessageHandler CreatePrimaryHandler() => new SocketsHttpHandler
    {
        PooledConnectionLifetime = ConnectionLifetime,
        UseCookies = false,
        // The diagnostics inside this handler would show the signed URL to every listener.
        ActivityHeadersPropagator = null,
    };

    /// <summary>Puts the signing around a primary handler, once, and forbids it to follow redirects: they would carry key and signature elsewhere.</summary>
    public static HttpMessageHandler WrapPrimaryHandler(HttpMessageHandler primaryHandler, RequestSigning signing)
    {
        switch (primaryHandler)
        {
            case SigningHandler:
                return primaryHandler;
            case SocketsHttpHandler { AllowAutoRedirect: true } sockets:
                sockets.AllowAutoRedirect = false;
                break;
            case HttpClientHandler { AllowAutoRedirect: true } client:
                client.AllowAutoRedirect = false;
                break;
        }

        return new SigningHandler(signing, primaryHandler);
    }

    private sealed class OwnedResources(HttpClient http, RequestSigning signing) : IDisposable
    {
        public void Dispose()
        {
            http.Dispose();
            signing.Dispose();
        }
    }
}
