using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>Configures <see cref="AlgoOrderClient.CancelManyAsync(IEnumerable{AlgoOrderId}, CancelManyOptions?, CancellationToken)"/>.</summary>
public sealed record CancelManyOptions
{
    /// <summary>Gets the maximum number of orders in progress at the same time. 1 to 100, default 8.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int MaxConcurrency { get; init => field = Guard.Between(1, 100, value, nameof(MaxConcurrency)); } = 8;

    /// <summary>
    /// Gets the contract of all the orders, for <see cref="CancelAlgoOrderRequest.Symbol"/>, or null if it is unknown or not the same for all. Not blank.
    /// </summary>
    /// <exception cref="ArgumentException">The value is empty or white space only.</exception>
    public string? Symbol { get; init => field = Guard.Symbol(value); }

    /// <summary>
    /// Gets the time limit of each order, counted from its first request. Greater than zero and at most 10 minutes, or null for
    /// <see cref="AlgoOrderClientOptions.Timeout"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public TimeSpan? Timeout { get; init => field = Guard.Timeout(value); }

    /// <summary>Gets the receiver of the progress, or null for none. It is called for every completed order before its result is returned.</summary>
    public IProgress<CancelManyProgress>? Progress { get; init; }
}
