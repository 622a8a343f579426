using Binance.AlgoOrders.Internal.Limits;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>
/// Counts the requests of all clients of a process that share an IP address. Weight and bans belong to the address, order counts to each account. Binance's
/// reports correct the counts upwards, because other programs may use the same address. Thread-safe.
/// </summary>
/// <remarks>
/// The clients of a container that use the same exchange share one by default, those of USDⓈ-M and COIN-M Futures included. Give the clients that
/// <see cref="AlgoOrderClient.Create"/> returns the same instance as <see cref="AlgoOrderClientOptions.RequestBudget"/>. Bulk operations use at most 96
/// percent of the weight, queries and lists 98 percent. The rest is for cancels and for the lookups that follow them.
/// </remarks>
public sealed class LocalRequestBudget : IRequestBudget
{
    private readonly AddressUsage _address;
    private readonly AccountOrders _orders;

    /// <summary>Initializes a budget.</summary>
    /// <param name="weightLimit">The weight that Binance allows the address per minute. 100 to 1,000,000.</param>
    /// <param name="orderLimit10Seconds">The new orders that Binance allows an account in 10 seconds. 1 to 1,000,000.</param>
    /// <param name="orderLimit1Minute">The new orders that Binance allows an account in a minute. 1 to 1,000,000.</param>
    /// <param name="timeProvider">The source of the clocks, or null for the system.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is outside its range.</exception>
    public LocalRequestBudget(int weightLimit = 2400, int orderLimit10Seconds = 300, int orderLimit1Minute = 1200, TimeProvider? timeProvider = null)
    {
        Guard.Between(BinanceLimits.MinWeightLimit, BinanceLimits.MaxLimit, weightLimit, nameof(weightLimit));
        Guard.Between(1, BinanceLimits.MaxLimit, orderLimit10Seconds, nameof(orderLimit10Seconds));
        Guard.Between(1, BinanceLimits.MaxLimit, orderLimit1Minute, nameof(orderLimit1Minute));
        _address = new AddressUsage(weightLimit, new OrderLimits(orderLimit10Seconds, orderLimit1Minute), timeProvider ?? TimeProvider.System);
        _orders = _address.OrdersOf("");
    }

    private LocalRequestBudget(AddressUsage address, AccountOrders orders) => (_address, _orders) = (address, orders);

    /// <inheritdoc/>
    public IRequestBudget ForAccount(string account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new LocalRequestBudget(_address, _address.OrdersOf(account));
    }

    /// <inheritdoc/>
    public RateLimitBlock? GetBlock(RequestCost cost) => _address.Block ?? (cost.CountsAsOrder ? _orders.Block : null);

    /// <inheritdoc/>
    public TimeSpan TryConsume(RequestCost cost, ServerTimeRange now)
    {
        if (!cost.CountsAsOrder)
        {
            return _address.TryConsume(cost, now);
        }

        TimeSpan delay = _orders.TryConsume(now);
        if (delay == TimeSpan.Zero)
        {
            delay = _address.TryConsume(cost, now);
        }

        return delay;
    }

    /// <inheritdoc/>
    public TimeSpan TryReserve(int weight, ServerTimeRange now) => _address.TryReserve(weight, now);

    /// <inheritdoc/>
    public void Release(int weight) => _address.Release(weight);

    /// <inheritdoc/>
    public void Report(RequestUsage usage, ServerTimeRange counted)
    {
        _address.Report(usage.UsedWeight1Minute ?? 0, counted);
        _orders.Report(usage, counted);
    }

    /// <inheritdoc/>
    public void ReportBlock(RateLimitBlock block)
    {
        if (block.Scope == RateLimitScope.Address)
        {
            _address.ReportBlock(block);
        }
        else
        {
            _orders.ReportBlock(block);
        }
    }
}
