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
}
