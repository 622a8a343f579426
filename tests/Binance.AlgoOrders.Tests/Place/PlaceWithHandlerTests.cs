using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.Tests.Place;

/// <summary>Places orders through a handler of a user that sends a request again, with a new timestamp, after its response was lost.</summary>
public sealed class PlaceWithHandlerTests : IDisposable
{
    private static readonly NewAlgoOrder Stop = new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.Of(0.01m), 58_000m);

    private readonly ManualTimeProvider _time = new();
    private readonly SimulatedExchange _exchange;
    private readonly SimulatedAccount _account;
    private ServiceProvider? _provider;

    public PlaceWithHandlerTests()
    {
        _exchange = new SimulatedExchange(_time);
        _account = _exchange.AddAccount();
    }

    [Theory]
    [InlineData(1_200, false)]
    [InlineData(2_000, false)]
    [InlineData(1_900, true)]
    [InlineData(4_000, true)]
    public async Task A_placement_that_a_handler_repeats_is_found_by_the_time_of_its_first_copy(int repeatedAfter, bool ownId)
    {
        _exchange.Faults.On(SimulatedOperation.Place).Next(Fault.ExecuteThenDrop);
        NewAlgoOrder order = ownId ? Stop with { ClientAlgoId = "my-stop" } : Stop;

        AlgoOrder placed = await _time.RunAsync(CreateClient(repeatedAfter).PlaceAsync(order, TestContext.Current.CancellationToken));

        Assert.Equal(Assert.Single(_account.Orders).AlgoId, placed.AlgoId);
        Assert.Single(_exchange.Requests, record => record.Method == "POST");
    }

    public void Dispose() => _provider?.Dispose();

    private AlgoOrderClient CreateClient(int repeatedAfter)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_time);
        services
            .AddBinanceAlgoOrders(options => (options.ApiKey, options.SecretKey, options.AttemptTimeout) = (_account.ApiKey, _account.SecretKey, TimeSpan.FromSeconds(5)))
            .ConfigurePrimaryHttpMessageHandler(_exchange.CreateHandler)
            .AddHttpMessageHandler(() => new RepeatingHandler(TimeSpan.FromMilliseconds(repeatedAfter), _time));
        _provider = services.BuildServiceProvider();
        return _provider.GetRequiredService<AlgoOrderClient>();
    }

    private sealed class RepeatingHandler(TimeSpan pause, TimeProvider time) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(pause, time, cancellationToken);
                return await base.SendAsync(request, cancellationToken);
            }
        }
    }
}
