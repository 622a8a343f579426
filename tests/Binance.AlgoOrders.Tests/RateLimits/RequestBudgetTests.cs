using System.Net;
using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.Tests.RateLimits;

/// <summary>Tests a user's budget, which replaces the client's.</summary>
public sealed class RequestBudgetTests : IDisposable
{
    private readonly StubBudget _budget = new();
    private readonly TestVenue _venue;

    public RequestBudgetTests() => _venue = new TestVenue(options => options.RequestBudget = _budget);

    [Fact]
    public async Task A_cancel_is_counted_but_never_delayed()
    {
        _budget.Delay = TimeSpan.FromMinutes(1);

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(_venue.Account.Place());

        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome);
        Assert.Equal(new RequestCost(1, RequestPriority.Cancel, CountsAsOrder: false), Assert.Single(_budget.Consumed));
    }

    [Fact]
    public async Task A_query_is_not_sent_when_the_budget_delays_it()
    {
        _budget.Delay = TimeSpan.FromMinutes(1);

        var failure = await Assert.ThrowsAsync<BinanceRateLimitException>(
            () => _venue.Client.FindAsync(AlgoOrderId.FromAlgoId(1), TestContext.Current.CancellationToken));

        Assert.Equal((TimeSpan.FromMinutes(1), RateLimitScope.Address, null), (failure.BlockedFor, failure.Scope, failure.RetryAfter));
        Assert.Contains(
            "GET /fapi/v1/algoOrder was not sent: the client's own weight budget holds it back for another 60 s.",
            failure.Message,
            StringComparison.Ordinal);
        Assert.Empty(_venue.Exchange.Requests);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public async Task A_query_that_the_budget_delays_waits_within_its_time_limit(int seconds)
    {
        _budget.Delay = TimeSpan.FromSeconds(seconds);
        _budget.Delays = 1;
        DateTimeOffset start = _venue.Time.GetUtcNow();

        await _venue.Time.RunAsync(_venue.Client.FindAsync(AlgoOrderId.FromAlgoId(1), TestContext.Current.CancellationToken));

        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.Single(_venue.Exchange.Requests).ProcessedAt - start);
    }

    [Fact]
    public async Task The_lookups_of_a_cancel_and_of_a_placement_are_never_delayed()
    {
        _budget.Delay = TimeSpan.FromMinutes(1);

        var outcome = await _venue.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(1) with { Symbol = "BTCUSDT" });

        Assert.IsType<CancelAlgoOrderOutcome.NotFound>(outcome);
        Assert.All(_budget.Consumed, cost => Assert.Equal(RequestPriority.Cancel, cost.Priority));
    }

    [Fact]
    public async Task The_cost_of_a_new_order_counts_as_an_order()
    {
        await _venue.Time.RunAsync(_venue.Client.PlaceAsync(
            new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.ClosePosition, 58_000m), TestContext.Current.CancellationToken));

        Assert.Equal(new RequestCost(0, RequestPriority.Normal, CountsAsOrder: true), Assert.Single(_budget.Consumed));
    }

    [Fact]
    public async Task The_usage_that_Binance_reports_is_passed_to_the_budget()
    {
        await _venue.EnsureCanceledAsync(_venue.Account.Place());

        Assert.Equal(1, Assert.Single(_budget.Reports).UsedWeight1Minute);
    }

    [Fact]
    public async Task A_ban_is_passed_to_the_budget_and_blocks_further_requests()
    {
        _venue.Exchange.Faults.Next(Fault.Banned418(TimeSpan.FromMinutes(2)));
        SimulatedOrder stop = _venue.Account.Place();

        await Assert.ThrowsAsync<BinanceRateLimitException>(() => _venue.EnsureCanceledAsync(stop));
        await Assert.ThrowsAsync<BinanceRateLimitException>(() => _venue.EnsureCanceledAsync(stop));

        Assert.Equal(new RateLimitBlock((HttpStatusCode)418, TimeSpan.FromMinutes(2)), _budget.Block);
        Assert.Single(_venue.Exchange.Requests);
    }

    [Fact]
    public async Task The_budget_is_resolved_from_the_container_and_a_warm_up_consumes_nothing_for_its_cancels()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IRequestBudget>(_budget);
        services.AddBinanceAlgoOrders(options => (options.ApiKey, options.SecretKey) = (_venue.Account.ApiKey, _venue.Account.SecretKey))
            .ConfigurePrimaryHttpMessageHandler(_venue.Exchange.CreateHandler);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<AlgoOrderClient>().WarmUpAsync(TestContext.Current.CancellationToken);

        Assert.NotEmpty(_budget.Consumed);
        Assert.DoesNotContain(_budget.Consumed, cost => cost.Priority == RequestPriority.Cancel);
    }

    public void Dispose() => _venue.Dispose();

    private sealed class StubBudget : IRequestBudget
    {
        public TimeSpan Delay { get; set; }

        public int Delays { get; set; } = int.MaxValue;

        public List<RequestCost> Consumed { get; } = [];

        public List<RequestUsage> Reports { get; } = [];

        public RateLimitBlock? Block { get; private set; }

        public RateLimitBlock? GetBlock(RequestCost cost) => Block;

        public TimeSpan TryConsume(RequestCost cost, ServerTimeRange now)
        {
            if (cost.Priority == RequestPriority.Normal && cost.Weight > 0 && Delay > TimeSpan.Zero && Delays-- > 0)
            {
                return Delay;
            }

            Consumed.Add(cost);
            return TimeSpan.Zero;
        }

        public TimeSpan TryReserve(int weight, ServerTimeRange now) => TimeSpan.Zero;

        public void Release(int weight)
        {
        }

        public void Report(RequestUsage usage, ServerTimeRange counted) => Reports.Add(usage);

        public void ReportBlock(RateLimitBlock block) => Block = block;
    }
}
