using Binance.AlgoOrders.Internal.Http;

namespace Binance.AlgoOrders.Tests.Internal.Http;

public class AttemptResourcePoolTests
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);
    private readonly AttemptResourcePool _pool = new(TimeProvider.System);

    [Fact]
    public void Resources_of_a_completed_attempt_are_reused()
    {
        AttemptResources resources = _pool.Rent(Long);
        _pool.Return(resources, isComplete: true);
        Assert.Same(resources, _pool.Rent(Long));
    }

    [Fact]
    public void Resources_of_an_attempt_that_did_not_complete_are_not_reused()
    {
        AttemptResources resources = _pool.Rent(Long);
        _pool.Return(resources, isComplete: false);
        Assert.NotSame(resources, _pool.Rent(Long));
    }

    [Fact]
    public void A_timer_that_has_fired_is_not_reused()
    {
        AttemptResources resources = _pool.Rent(Long);
        resources.Timer.Cancel();
        _pool.Return(resources, isComplete: true);
        Assert.False(_pool.Rent(Long).Timer.IsCancellationRequested);
    }

    [Fact]
    public void Resources_that_are_not_reused_are_disposed()
    {
        AttemptResources resources = _pool.Rent(Long);
        _pool.Return(resources, isComplete: false);
        Assert.Throws<ObjectDisposedException>(() => resources.Timer.Token);
    }

    [Fact]
    public void Reused_resources_have_the_timeout_of_their_attempt()
    {
        _pool.Return(_pool.Rent(Long), isComplete: true);

        // This test uses the real clock, because the timers of a virtual clock are never reused.
        AttemptResources resources = _pool.Rent(TimeSpan.FromMilliseconds(1));

        Assert.True(resources.Timer.Token.WaitHandle.WaitOne(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void The_pool_keeps_at_most_64_resources()
    {
        AttemptResources[] resources = [.. Enumerable.Range(0, 70).Select(_ => _pool.Rent(Long))];
        Assert.All(resources, rented => _pool.Return(rented, isComplete: true));
        Assert.Equal(64, Enumerable.Range(0, 70).Select(_ => _pool.Rent(Long)).Intersect(resources).Count());
    }
}
