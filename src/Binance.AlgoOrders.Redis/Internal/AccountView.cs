using Binance.AlgoOrders.Redis.Internal.Limits;

namespace Binance.AlgoOrders.Redis.Internal;

/// <summary>The budget of one account: its own orders, and the weight of the address.</summary>
internal sealed class AccountView(SharedLimits limits, AccountBudget account) : IRequestBudget
{
    public IRequestBudget ForAccount(string account) => new AccountView(limits, limits.GetAccount(account));

    public ValueTask WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        Task ready = Task.WhenAll(limits.AddressBlock.IsRead, account.Block.IsRead);
        return ready.IsCompleted ? default : new ValueTask(ready.WaitAsync(cancellationToken));
    }

    public RateLimitBlock? GetBlock(RequestCost cost) => limits.AddressBlock.Current ?? (cost.CountsAsOrder ? account.Block.Current : null);

    public TimeSpan TryConsume(RequestCost cost, ServerTimeRange now)
    {
        limits.ServerTime.Update(now);
        if (cost.CountsAsOrder && account.TryConsume(now) is var delay && delay > TimeSpan.Zero)
        {
            return delay;
        }

        return TryConsumeWeight(cost, now);
    }

    public TimeSpan TryReserve(int weight, ServerTimeRange now)
    {
        limits.ServerTime.Update(now);
        return limits.Weight.TryReserve(weight, now);
    }

    public void Release(int weight) => limits.Weight.Release(weight);

    public void Report(RequestUsage usage, ServerTimeRange counted)
    {
        limits.Weight.Report(usage.UsedWeight1Minute ?? 0, counted);
        account.Report(usage, counted);
    }

    public void ReportBlock(RateLimitBlock block)
    {
        if (block.Scope == RateLimitScope.Address)
        {
            limits.AddressBlock.Report(block);
        }
        else
        {
            account.Block.Report(block);
        }

        limits.RequestSync();
    }

    private TimeSpan TryConsumeWeight(RequestCost cost, ServerTimeRange now)
    {
        switch (cost.Priority)
        {
            case RequestPriority.Normal:
                return limits.Weight.TryConsume(cost.Weight, now);
            case RequestPriority.Bulk:
                limits.Weight.ConsumeLeased(cost.Weight, reserved: cost.Weight, now);
                return TimeSpan.Zero;
            default:
                limits.Weight.Consume(cost.Weight, now);
                return TimeSpan.Zero;
        }
    }
}
