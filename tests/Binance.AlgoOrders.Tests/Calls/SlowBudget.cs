namespace Binance.AlgoOrders.Tests.Calls;

/// <summary>A budget that is never ready, and that delays all requests but cancels.</summary>
internal sealed class SlowBudget : IRequestBudget
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(150);

    public async ValueTask WaitUntilReadyAsync(CancellationToken cancellationToken) => await Task.Delay(Timeout.InfiniteTimeSpan, CancellationToken.None).ConfigureAwait(false);

    public RateLimitBlock? GetBlock(RequestCost cost) => null;

    public TimeSpan TryConsume(RequestCost cost, ServerTimeRange now) => cost.Priority == RequestPriority.Normal ? Delay : TimeSpan.Zero;

    public TimeSpan TryReserve(int weight, ServerTimeRange now) => TimeSpan.Zero;

    public void Release(int weight)
    {
    }

    public void Report(RequestUsage usage, ServerTimeRange counted)
    {
    }

    public void ReportBlock(RateLimitBlock block)
    {
    }
}
