using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders.Tests.Internal.Transport;

public class AttemptToolboxTests
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);
    private readonly AttemptToolbox _toolbox = new(TimeProvider.System);

    [Fact]
    public void Tools_of_an_attempt_that_came_to_its_end_are_used_again()
    {
        AttemptTools tools = _toolbox.Rent(Long);
        _toolbox.Return(tools, isIntact: true);
        Assert.Same(tools, _toolbox.Rent(Long));
    }

    [Fact]
    public void Tools_of_an_attempt_that_was_cut_short_are_not_used_again()
    {
        AttemptTools tools = _toolbox.Rent(Long);
        _toolbox.Return(tools, isIntact: false);
        Assert.NotSame(tools, _toolbox.Rent(Long));
    }

    [Fact]
    public void A_timer_that_has_fired_is_not_used_again()
    {
        AttemptTools tools = _toolbox.Rent(Long);
        tools.Timer.Cancel();
        _toolbox.Return(tools, isIntact: true);
        Assert.False(_toolbox.Rent(Long).Timer.IsCancellationRequested);
    }

    [Fact]
    public void What_a_handler_adds_to_the_content_does_not_reach_the_next_attempt()
    {
        AttemptTools tools = _toolbox.Rent(Long);
        tools.Content.Headers.Add("X-Trace", "1");
        _toolbox.Return(tools, isIntact: true);
        Assert.DoesNotContain(_toolbox.Rent(Long).Content.Headers, header => header.Key == "X-Trace");
    }

    [Fact]
    public void A_content_that_a_handler_disposed_is_not_used_again()
    {
        AttemptTools tools = _toolbox.Rent(Long);
        tools.Content.Dispose();
        _toolbox.Return(tools, isIntact: true);
        Assert.True(_toolbox.Rent(Long).Content.IsAsMade);
    }

    [Fact]
    public void Tools_that_are_not_used_again_are_disposed()
    {
        AttemptTools tools = _toolbox.Rent(Long);
        _toolbox.Return(tools, isIntact: false);
        Assert.Throws<ObjectDisposedException>(() => tools.Timer.Token);
        Assert.False(tools.Content.IsAsMade);
    }

    [Fact]
    public async Task What_was_sent_with_them_is_not_counted_for_the_next_attempt()
    {
        AttemptTools tools = _toolbox.Rent(Long);
        await tools.Content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
        Assert.Equal(1, tools.Content.Copies);
        _toolbox.Return(tools, isIntact: true);
        Assert.Equal(0, _toolbox.Rent(Long).Content.Copies);
    }

    [Fact]
    public void Each_attempt_has_the_time_that_it_was_given()
    {
        _toolbox.Return(_toolbox.Rent(Long), isIntact: true);

        // On the real clock: the timers of a virtual one are never used again.
        AttemptTools tools = _toolbox.Rent(TimeSpan.FromMilliseconds(1));

        Assert.True(tools.Timer.Token.WaitHandle.WaitOne(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void At_most_64_are_kept()
    {
        AttemptTools[] tools = [.. Enumerable.Range(0, 70).Select(_ => _toolbox.Rent(Long))];
        Assert.All(tools, each => _toolbox.Return(each, isIntact: true));
        Assert.Equal(64, Enumerable.Range(0, 70).Select(_ => _toolbox.Rent(Long)).Intersect(tools).Count());
    }
}
