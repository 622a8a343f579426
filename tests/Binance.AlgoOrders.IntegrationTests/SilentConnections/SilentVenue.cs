using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.IntegrationTests.SilentConnections;

/// <summary>An exchange behind a relay, and a client from the container that has its default settings except the trust in the exchange.</summary>
internal sealed class SilentVenue : IAsyncDisposable
{
    // The estimate of the round trip is high after connections were opened. As many quick responses in a row bring it down to the usual one.
    private const int QuickCancels = 20;
    private const int MaxCancels = 500;

    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(15);

    private static readonly TimeSpan HangTimeout = TimeSpan.FromSeconds(20);

    private readonly ServiceProvider _services;

    private SilentVenue(TlsExchange exchange, Action<AlgoOrderClientOptions>? configure)
    {
        Exchange = exchange;
        Relay = new SilencingRelay(exchange.Port);
        var services = new ServiceCollection();
        services
            .AddBinanceAlgoOrders(options =>
            {
                (options.ApiKey, options.SecretKey) = (exchange.Account.ApiKey, exchange.Account.SecretKey);
                options.BaseAddress = new Uri($"https://127.0.0.1:{Relay.Port}/");
                configure?.Invoke(options);
            })
            .ConfigurePrimaryHttpMessageHandler((handler, _) => ((SocketsHttpHandler)handler).SslOptions = exchange.Trust);
        _services = services.BuildServiceProvider();
    }

    public TlsExchange Exchange { get; }

    public SilencingRelay Relay { get; }

    public AlgoOrderClient Client => _services.GetRequiredService<AlgoOrderClient>();

    public static async Task<SilentVenue> OpenAsync(Action<AlgoOrderClientOptions>? configure = null) => new(await TlsExchange.StartAsync(), configure);

    /// <summary>Opens connections by as many concurrent cancels, and sends cancels until the client knows the round trip.</summary>
    public async Task OpenConnectionsAsync(int count)
    {
        Exchange.RespondTogether(count);
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => CancelAsync()));
        int quick = 0;
        for (int cancel = 0; cancel < MaxCancels && quick < QuickCancels; cancel++)
        {
            CanceledOrder canceled = await CancelAsync();
            quick = canceled.Duration < Quick ? quick + 1 : 0;
        }
    }

    /// <summary>Places an order at the exchange and cancels it.</summary>
    public async Task<CanceledOrder> CancelAsync()
    {
        SimulatedOrder order = Exchange.Account.Place();
        long start = TimeProvider.System.GetTimestamp();
        CancelAlgoOrderOutcome outcome = await Client
            .EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(order.AlgoId), TestContext.Current.CancellationToken)
            .WaitAsync(HangTimeout, TestContext.Current.CancellationToken);
        return new CanceledOrder(order, outcome, TimeProvider.System.GetElapsedTime(start));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Relay.DisposeAsync();
        await Exchange.DisposeAsync();
    }
}

/// <summary>The result of a cancel.</summary>
/// <param name="Order">The order at the exchange.</param>
/// <param name="Outcome">The outcome that the client reported.</param>
/// <param name="Duration">The real time of the call.</param>
internal sealed record CanceledOrder(SimulatedOrder Order, CancelAlgoOrderOutcome Outcome, TimeSpan Duration);
