using Binance.AlgoOrders.Streams.Internal.Events;

namespace Binance.AlgoOrders.Streams.Internal.Ordering;

/// <summary>
/// The child of an order, by its events in any order and number. Sums count each fill once. Not thread-safe.
/// </summary>
internal sealed class ChildState(long orderId)
{
    // An order with more fills than this has no commission, so that a peer cannot make the process remember any number of fills.
    private const int MaxFills = 10_000;

    private readonly HashSet<long> _trades = [];
    private decimal _filled;
    private decimal? _commission = 0;
    private string? _commissionAsset;
    private DateTimeOffset? _time;

    /// <summary>Gets the child as it is known.</summary>
    public AlgoOrderChild Current { get; private set; } = new() { OrderId = orderId };

    /// <summary>Applies an event.</summary>
    /// <returns>True if the child changed.</returns>
    public bool Apply(TradeEvent trade)
    {
        if (trade.OrderId != orderId)
        {
            return false;
        }

        AlgoOrderChild before = Current;
        AddFill(trade.Fill);
        AlgoOrderChild next = IsLater(trade) ? before with { Status = trade.Status } : before;
        if (IsMoreFilled(trade))
        {
            next = next with { ExecutedQuantity = trade.ExecutedQuantity, AveragePrice = AveragePriceOf(trade) };
        }

        _time = Latest(_time, trade.Time);
        Current = WithCommission(next);
        return Current != before;
    }

    /// <summary>Applies the average price of the algo order, unless an event of the child had one.</summary>
    public void ApplyAveragePrice(decimal? price)
    {
        if (price is > 0 && Current.AveragePrice is null)
        {
            Current = Current with { AveragePrice = price };
        }
    }

    private void AddFill(Fill? fill)
    {
        if (fill is null || _trades.Count >= MaxFills || !_trades.Add(fill.TradeId))
        {
            return;
        }

        _filled += fill.Quantity;
        _commissionAsset ??= fill.CommissionAsset;
        _commission += fill.Commission;
        if (fill.CommissionAsset is null || fill.CommissionAsset != _commissionAsset)
        {
            _commission = null;
        }
    }

    // A fill whose event is missing has a commission that is missing too.
    private AlgoOrderChild WithCommission(AlgoOrderChild child)
    {
        bool isComplete = _filled > 0 && _filled == child.ExecutedQuantity && _commission is not null;
        if (isComplete)
        {
            return child with { Commission = _commission, CommissionAsset = _commissionAsset };
        }

        return child with { Commission = null, CommissionAsset = null };
    }

    private bool IsLater(TradeEvent trade)
    {
        if (Current.Status is not { } last)
        {
            return true;
        }

        return StatusOrder.Compare(trade.Status, last) switch
        {
            > 0 => true,
            null => trade.Time > _time,
            _ => false,
        };
    }

    private bool IsMoreFilled(TradeEvent trade) => trade.ExecutedQuantity is { } quantity && (Current.ExecutedQuantity is not { } before || quantity > before);

    // Before the first fill, Binance sends zero.
    private static decimal? AveragePriceOf(TradeEvent trade) => trade.AveragePrice == 0 ? null : trade.AveragePrice;

    private static DateTimeOffset? Latest(DateTimeOffset? first, DateTimeOffset? second) => first > second ? first : second ?? first;
}
