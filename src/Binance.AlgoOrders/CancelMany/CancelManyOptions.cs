using Binance.AlgoOrders.Internal.Timing;

namespace Binance.AlgoOrders;

/// <summary>How <see cref="AlgoOrderClient.CancelManyAsync"/> goes about it.</summary>
public sealed record CancelManyOptions
{
    /// <summary>How many orders are under way at once. 1 to 100; default 8.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public int MaxConcurrency
    {
        get;
        init => field = value is >= 1 and <= 100 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "MaxConcurrency is 1 to 100.");
    } = 8;

    /// <summary>The contract of all the orders, for <see cref="CancelAlgoOrderRequest.Symbol"/>. Not blank; null: not known, or several.</summary>
    /// <exception cref="ArgumentException">Empty or white space only.</exception>
    public string? Symbol
    {
        get;
        init => field = value is null || !string.IsNullOrWhiteSpace(value) ? value : throw new ArgumentException("A symbol is not blank.", nameof(value));
    }

    /// <summary>
    /// The time for each order, from its first request on. Above zero, at most 10 minutes; null: <see cref="AlgoOrderClientOptions.Timeout"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public TimeSpan? Timeout
    {
        get;
        init => field = value is null || TimeRules.IsTimeout(value.Value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, TimeRules.TimeoutRule);
    }

    /// <summary>Hears of every order that is done, before it is returned.</summary>
    public IProgress<CancelManyProgress>? Progress { get; init; }
}
