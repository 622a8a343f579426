using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.IntegrationTests.SilentConnections;

/// <summary>Tests cancels when the connections of the client stay established but carry no bytes any more. No other test runs in parallel, because time is measured.</summary>
[Collection(nameof(SilentConnectionTests))]
[CollectionDefinition(nameof(SilentConnectionTests), DisableParallelization = true)]
public class SilentConnectionTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(16)]
    public async Task Cancels_succeed_within_a_second_after_all_pooled_connections_became_silent(int connections)
    {
        await using SilentVenue venue = await SilentVenue.OpenAsync();
        await venue.OpenConnectionsAsync(connections);
        Assert.InRange(venue.Relay.Open, connections, int.MaxValue);

        venue.Relay.Silence();

        await AssertCanceledInTimeAsync(venue, calls: connections + 2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public async Task Cancels_succeed_within_a_second_after_the_connection_of_the_second_pool_became_silent_too(int connections)
    {
        await using SilentVenue venue = await SilentVenue.OpenAsync();
        venue.Exchange.IgnoreNext(1);
        await venue.CancelAsync();
        await venue.OpenConnectionsAsync(connections);

        venue.Relay.Silence();

        await AssertCanceledInTimeAsync(venue, calls: connections + 2);
    }

    [Fact]
    public async Task Concurrent_cancels_succeed_within_a_second_after_all_pooled_connections_became_silent()
    {
        await using SilentVenue venue = await SilentVenue.OpenAsync();
        await venue.OpenConnectionsAsync(16);
        venue.Relay.Silence();

        CanceledOrder[] canceled = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => venue.CancelAsync()));

        Assert.All(canceled, AssertCanceledInTime);
    }

    [Fact]
    public async Task Without_hedging_a_call_meets_silence_once_and_goes_on_over_a_fresh_connection()
    {
        await using SilentVenue venue = await SilentVenue.OpenAsync(options => options.HedgeAfter = Timeout.InfiniteTimeSpan);
        await venue.OpenConnectionsAsync(16);
        venue.Relay.Silence();

        CanceledOrder canceled = await venue.CancelAsync();

        output.WriteLine($"{canceled.Duration.TotalMilliseconds:F0} ms");
        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(canceled.Outcome);
        Assert.Equal(SimulatedOrderStatus.Canceled, canceled.Order.Status);
        Assert.Single(canceled.Outcome.Attempts, attempt => attempt.StatusCode is null);
        Assert.InRange(canceled.Duration, TimeSpan.FromSeconds(1.9), TimeSpan.FromSeconds(4));
    }

    private async Task AssertCanceledInTimeAsync(SilentVenue venue, int calls)
    {
        for (int call = 0; call < calls; call++)
        {
            AssertCanceledInTime(await venue.CancelAsync());
        }
    }

    private void AssertCanceledInTime(CanceledOrder canceled)
    {
        output.WriteLine($"{canceled.Duration.TotalMilliseconds:F0} ms, attempts: {canceled.Outcome.Attempts.Count}");
        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(canceled.Outcome);
        Assert.Equal(SimulatedOrderStatus.Canceled, canceled.Order.Status);
        Assert.InRange(canceled.Duration, TimeSpan.Zero, Bound);
    }
}
