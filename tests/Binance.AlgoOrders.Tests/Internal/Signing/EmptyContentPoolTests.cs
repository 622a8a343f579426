using Binance.AlgoOrders.Internal.Signing;

namespace Binance.AlgoOrders.Tests.Internal.Signing;

public class EmptyContentPoolTests
{
    private readonly EmptyContentPool _pool = new();

    [Fact]
    public async Task A_content_is_reused_with_a_count_of_zero()
    {
        EmptyContent content = _pool.Rent();
        await content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
        Assert.Equal(1, content.TimesSent);
        _pool.Return(content);
        Assert.Same(content, _pool.Rent());
        Assert.Equal(0, content.TimesSent);
    }

    [Fact]
    public void A_content_with_a_header_that_a_handler_added_is_not_reused()
    {
        EmptyContent content = _pool.Rent();
        content.Headers.Add("X-Trace", "1");
        _pool.Return(content);
        Assert.NotSame(content, _pool.Rent());
    }

    [Fact]
    public void A_content_that_a_handler_disposed_is_not_reused()
    {
        EmptyContent content = _pool.Rent();
        content.Dispose();
        _pool.Return(content);
        Assert.NotSame(content, _pool.Rent());
    }

    [Fact]
    public void The_pool_keeps_at_most_64_contents()
    {
        EmptyContent[] contents = [.. Enumerable.Range(0, 70).Select(_ => _pool.Rent())];
        Assert.All(contents, _pool.Return);
        Assert.Equal(64, Enumerable.Range(0, 70).Select(_ => _pool.Rent()).Intersect(contents).Count());
    }
}
