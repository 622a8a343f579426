using System.Net;
using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.Tests.Budget;

/// <summary>A budget of the user's own, in place of the client's.</summary>
public sealed class RequestBudgetTests : IDisposable
{
    private readonly StubBudget _budget = new();
    private readonly TestVenue _venue;

    public RequestBudgetTests() => _venue = new TestVenue(options => options.RequestBudget = _budget);

    [Fact]
    public async Task A_cancel_is_counted_but_never_held_back()
    {
        _budget.Wait = TimeSpan.FromMinutes(1);

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(_venue.Account.Place());

        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome);
        Assert.Equal(new RequestCost(1, RequestPriority.Cancel, CountsAsOrder: false), Assert.Single(_budget.Spent));
        Assert.Empty(_budget.Asked);
    }

    [Fact]
    public async Task A_lookup_that_has_to_wait_is_not_sent()
    {
        _budget.Wait = TimeSpan.FromMinutes(1);

        var failure = await Assert.ThrowsAsync<BinanceRateLimitException>(
            () => _venue.Client.FindAsync(AlgoOrderId.FromAlgoId(1), TestContext.Current.CancellationToken));

        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(1)), (failure.StatusCode, failure.RetryAfter!.Value));
        Assert.Contains("was not sent", failure.Message, StringComparison.Ordinal);
        Assert.Empty(_venue.Exchange.Journal);
    }

    [Fact]
    public async Task A_new_order_says_that_it_counts_as_one()
    {
        await _venue.Time.RunAsync(_venue.Client.PlaceAsync(
            new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.ClosePosition, 58_000m), TestContext.Current.CancellationToken));

        Assert.True(Assert.Single(_budget.Asked).CountsAsOrder);
    }

    [Fact]
    public async Task What_Binance_says_is_passed_on()
    {
        await _venue.EnsureCanceledAsync(_venue.Account.Place());

        Assert.Equal(1, Assert.Single(_budget.Reports).UsedWeight1Minute);
    }

    [Fact]
    public async Task A_ban_is_passed_on_and_heeded()
    {
        _venue.Exchange.Faults.Next(Fault.Banned418(TimeSpan.FromMinutes(2)));
        SimulatedOrder stop = _venue.Account.Place();

        await Assert.ThrowsAsync<BinanceRateLimitException>(() => _venue.EnsureCanceledAsync(stop));
        await Assert.ThrowsAsync<BinanceRateLimitException>(() => _venue.EnsureCanceledAsync(stop));

        Assert.Equal(new RequestBan((HttpStatusCode)418, TimeSpan.FromMinutes(2)), _budget.Ban);
        Assert.Single(_venue.Exchange.Journal);
    }

    [Fact]
    public async Task The_containers_budget_is_taken_and_a_rehearsal_spends_nothing_of_it()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IRequestBudget>(_budget);
        services.AddBinanceAlgoOrders(options => (options.ApiKey, options.SecretKey) = (_venue.Account.ApiKey, _venue.Account.SecretKey))
            .ConfigurePrimaryHttpMessageHandler(_venue.Exchange.CreateHandler);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<AlgoOrderClient>().WarmUpAsync(TestContext.Current.CancellationToken);

        Assert.NotEmpty(_budget.Spent);
        Assert.DoesNotContain(_budget.Spent, cost => cost.Priority == RequestPriority.Cancel);
    }

    public void Dispose() => _venue.Dispose();

    private sealed class StubBudget : IRequestBudget
    {
        public TimeSpan Wait { get; set; }

        public List<RequestCost> Asked { get; } = [];

        public List<RequestCost> Spent { get; } = [];

        public List<RequestUsage> Reports { get; } = [];

        public RequestBan? Ban { get; private set; }

        public TimeSpan TimeUntilMaySend(RequestCost cost, DateTimeOffset now)
        {
            Asked.Add(cost);
            return Wait;
        }

        public void Spend(RequestCost cost, DateTimeOffset now) => Spent.Add(cost);

        public void Report(RequestUsage usage, DateTimeOffset sentAt) => Reports.Add(usage);

        public void ReportBan(RequestBan ban) => Ban = ban;
    }
}
