using System.Net;
using Binance.AlgoOrders.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Tests.DependencyInjection;

/// <summary>
/// Tests the standard resilience handler. One that a host adds to every HttpClient by default is not used. One that the user adds to this client
/// is, and neither sends a new order twice nor sends into a rate limit.
/// </summary>
public sealed class HostResilienceTests : IDisposable
{
    private static readonly CancelAlgoOrderRequest Request = CancelAlgoOrderRequest.ByAlgoId(2146760);
    private static readonly NewAlgoOrder Stop = new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.Of(1m), 50000m);

    private readonly CollectingLoggerProvider _log = new();
    private ServiceProvider? _provider;
    private Func<HttpResponseMessage> _respond = Acknowledge;
    private PrimaryHandlerStub? _network;

    public static TheoryData<HandlerSource> Sources => [HandlerSource.HostDefault, HandlerSource.HostDefaultAddedLast, HandlerSource.User];

    public enum HandlerSource
    {
        HostDefault,
        HostDefaultAddedLast,
        User,
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task A_new_order_with_a_lost_response_is_sent_once(HandlerSource source)
    {
        AlgoOrderClient client = CreateClient(source);
        _respond = () => throw new HttpRequestException(HttpRequestError.ResponseEnded);

        var failure = await Assert.ThrowsAnyAsync<AlgoOrderException>(() => client.PlaceAsync(Stop, TestContext.Current.CancellationToken));

        Assert.Equal(ExecutionStatus.Unknown, failure.Execution);
        Assert.Single(_network!.Sent, sent => sent.Method == HttpMethod.Post);
    }

    [Theory]
    [InlineData(HandlerSource.HostDefault, 429, ExecutionStatus.NotExecuted)]
    [InlineData(HandlerSource.HostDefaultAddedLast, 429, ExecutionStatus.NotExecuted)]
    [InlineData(HandlerSource.User, 429, ExecutionStatus.Unknown)]
    [InlineData(HandlerSource.User, 418, ExecutionStatus.NotExecuted)]
    public async Task A_rate_limited_cancel_is_not_sent_again(HandlerSource source, int status, ExecutionStatus execution)
    {
        AlgoOrderClient client = CreateClient(source);
        _respond = () => PrimaryHandlerStub.Json((HttpStatusCode)status, """{"code":-1003,"msg":"Too many requests."}""");

        var failure = await Assert.ThrowsAsync<BinanceRateLimitException>(() => client.CancelAsync(Request, TestContext.Current.CancellationToken));

        Assert.Equal(execution, failure.Execution);
        Assert.Single(_network!.Sent);

        // Without a named time a limit ends with Binance's minute, a ban after two minutes.
        Assert.InRange(client.RateLimits.BlockedFor, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(2));
    }

    [Theory]
    [InlineData(HandlerSource.HostDefault)]
    [InlineData(HandlerSource.HostDefaultAddedLast)]
    public async Task An_open_circuit_breaker_of_the_host_does_not_stop_a_cancel(HandlerSource source)
    {
        AlgoOrderClient client = CreateClient(source);
        _respond = () => new HttpResponseMessage(HttpStatusCode.InternalServerError);
        for (int call = 0; call < 20; call++)
        {
            await Assert.ThrowsAsync<BinanceApiException>(() => client.CancelAsync(Request, TestContext.Current.CancellationToken));
        }

        _respond = Acknowledge;
        CancelAlgoOrderResult result = await client.CancelAsync(Request, TestContext.Current.CancellationToken);

        Assert.Equal(2146760, result.AlgoId);
        Assert.Equal(21, _network!.Sent.Count);
    }

    [Theory]
    [InlineData(HandlerSource.HostDefault, 1)]
    [InlineData(HandlerSource.HostDefaultAddedLast, 1)]
    [InlineData(HandlerSource.User, 0)]
    public async Task Default_handlers_that_are_not_used_are_logged_once(HandlerSource source, int times)
    {
        AlgoOrderClient client = CreateClient(source);
        await client.CancelAsync(Request, TestContext.Current.CancellationToken);
        await client.CancelAsync(Request, TestContext.Current.CancellationToken);
        Assert.Equal(times, _log.Events.Count(logged => logged == (LogLevel.Information, 13)));
    }

    [Fact]
    public async Task A_handler_that_the_user_added_stays_when_the_client_is_registered_twice()
    {
        var services = new ServiceCollection();
        int handled = 0;
        services.AddBinanceAlgoOrders(TestAccount.Configure).AddHttpMessageHandler(() => new CountingHandler(() => handled++));
        services.AddBinanceAlgoOrders(TestAccount.Configure).ConfigurePrimaryHttpMessageHandler(CreateNetwork);
        _provider = services.BuildServiceProvider();

        await _provider.GetRequiredService<AlgoOrderClient>().CancelAsync(Request, TestContext.Current.CancellationToken);

        Assert.Equal(1, handled);
    }

    public void Dispose()
    {
        _provider?.Dispose();
        _network?.Dispose();
        _log.Dispose();
    }

    private static HttpResponseMessage Acknowledge() => PrimaryHandlerStub.Json(HttpStatusCode.OK, PrimaryHandlerStub.Acknowledgement);

    private static void ConfigureResilience(HttpStandardResilienceOptions options)
    {
        // Its pauses are real time.
        options.Retry.Delay = TimeSpan.Zero;
        options.Retry.MaxRetryAttempts = 3;
        options.CircuitBreaker.MinimumThroughput = 5;
    }

    private PrimaryHandlerStub CreateNetwork() => _network = new PrimaryHandlerStub(() => _respond());

    private AlgoOrderClient CreateClient(HandlerSource source)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Information).AddProvider(_log));
        if (source == HandlerSource.HostDefault)
        {
            AddDefaults(services);
        }

        IHttpClientBuilder builder = services
            .AddBinanceAlgoOrders(options =>
            {
                TestAccount.Configure(options);
                options.Timeout = options.AttemptTimeout = TimeSpan.FromSeconds(2);
            })
            .ConfigurePrimaryHttpMessageHandler(CreateNetwork);
        if (source == HandlerSource.HostDefaultAddedLast)
        {
            AddDefaults(services);
        }
        else if (source == HandlerSource.User)
        {
            builder.AddStandardResilienceHandler(ConfigureResilience);
        }

        _provider = services.BuildServiceProvider();
        return _provider.GetRequiredService<AlgoOrderClient>();
    }

    private static void AddDefaults(ServiceCollection services) =>
        services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler(ConfigureResilience));

    private sealed class CountingHandler(Action count) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            count();
            return base.SendAsync(request, cancellationToken);
        }
    }
}
