using Binance.AlgoOrders.Internal.Pipeline;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.Tests.Internal.Pipeline;

public sealed class HedgePolicyTests
{
    private const int Capacity = 50;

    private readonly RoundTripTime _overall = new();
    private readonly ApiRoute _route = new(new Uri("https://exchange.test/fapi/v1/algoOrder"), "DELETE /fapi/v1/algoOrder");

    private Attempt Cancel => new(CancelAlgoOrderEndpoint.CreateRequest(AlgoOrderId.FromAlgoId(1), recvWindow: null), _route, DateTimeOffset.UnixEpoch, startTimestamp: 0);

    [Fact]
    public void GetDelay_is_500_ms_before_the_first_response() => Assert.Equal(TimeSpan.FromMilliseconds(500), Adaptive().GetDelay(Cancel));

    [Fact]
    public void GetDelay_follows_the_round_trips_to_the_endpoint()
    {
        _route.RoundTrip.Add(TimeSpan.FromMilliseconds(100));
        _overall.Add(TimeSpan.FromMilliseconds(40));
        Assert.Equal(TimeSpan.FromMilliseconds(300), Adaptive().GetDelay(Cancel));
    }

    [Fact]
    public void GetDelay_follows_the_round_trips_to_all_endpoints_before_the_first_response_of_the_endpoint()
    {
        _overall.Add(TimeSpan.FromMilliseconds(40));
        Assert.Equal(TimeSpan.FromMilliseconds(120), Adaptive().GetDelay(Cancel));
    }

    [Fact]
    public void GetDelay_is_at_least_20_ms()
    {
        _route.RoundTrip.Add(TimeSpan.FromMilliseconds(1));
        Assert.Equal(TimeSpan.FromMilliseconds(20), Adaptive().GetDelay(Cancel));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(700)]
    public void GetDelay_is_the_configured_time_whatever_the_round_trips_are(int milliseconds)
    {
        _route.RoundTrip.Add(TimeSpan.FromMilliseconds(100));
        var policy = new HedgePolicy(TimeSpan.FromMilliseconds(milliseconds), _overall);
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), policy.GetDelay(Cancel));
    }

    [Fact]
    public void GetDelay_is_endless_for_an_infinite_time() => Assert.Equal(TimeSpan.MaxValue, new HedgePolicy(Timeout.InfiniteTimeSpan, _overall).GetDelay(Cancel));

    [Fact]
    public void GetDelay_is_endless_for_a_request_that_must_not_be_repeated()
    {
        var endpoint = new ApiEndpoint(HttpMethod.Post, "algoOrder") { IsRepeatable = false };
        Assert.Equal(TimeSpan.MaxValue, Adaptive().GetDelay(new Attempt(new QueryStringRequestStub(endpoint), _route, DateTimeOffset.UnixEpoch, startTimestamp: 0)));
    }

    [Fact]
    public void TryTake_succeeds_50_times_without_a_response_to_a_hedge() => Assert.Equal(Capacity, TakeAll(Adaptive()));

    [Fact]
    public void Ten_requests_make_room_for_one_hedge()
    {
        HedgePolicy policy = Adaptive();
        TakeAll(policy);
        Count(policy, 9);
        Assert.False(policy.TryTake());
        Count(policy, 1);
        Assert.True(policy.TryTake());
        Assert.False(policy.TryTake());
    }

    [Fact]
    public void GiveBack_makes_room_for_another_hedge()
    {
        HedgePolicy policy = Adaptive();
        TakeAll(policy);
        policy.GiveBack();
        Assert.Equal(1, TakeAll(policy));
    }

    [Fact]
    public void The_room_does_not_grow_beyond_50_hedges()
    {
        HedgePolicy policy = Adaptive();
        Count(policy, 1000);
        Assert.Equal(Capacity, TakeAll(policy));
    }

    [Fact]
    public void Concurrent_takers_get_no_more_than_the_room()
    {
        HedgePolicy policy = Adaptive();
        int taken = 0;
        Parallel.For(0, 1000, _ => Interlocked.Add(ref taken, Convert.ToInt32(policy.TryTake())));
        Assert.InRange(taken + TakeAll(policy), Capacity, Capacity);
    }

    private static int TakeAll(HedgePolicy policy)
    {
        int taken = 0;
        while (taken <= 2 * Capacity && policy.TryTake())
        {
            taken++;
        }

        return taken;
    }

    private static void Count(HedgePolicy policy, int requests)
    {
        for (int request = 0; request < requests; request++)
        {
            policy.CountRequest();
        }
    }

    private HedgePolicy Adaptive() => new(hedgeAfter: null, _overall);

    private sealed class QueryStringRequestStub(ApiEndpoint endpoint) : QueryStringRequest<string>(endpoint)
    {
        protected override string Read(ReadOnlySpan<byte> body) => "";
    }
}
