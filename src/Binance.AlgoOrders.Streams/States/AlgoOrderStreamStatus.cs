namespace Binance.AlgoOrders;

/// <summary>Represents the state of an <see cref="AlgoOrderStream"/> from a moment on.</summary>
public sealed record AlgoOrderStreamStatus
{
    /// <summary>Gets the state.</summary>
    public required AlgoOrderStreamState State { get; init; }

    /// <summary>Gets the reason of the state. While the stream connects again, it is the reason of its last death.</summary>
    public required AlgoOrderStreamReason Reason { get; init; }

    /// <summary>Gets the time from which the state has lasted, by the time provider's clock.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Gets the exception that caused the state, without secrets, or null if there was none.</summary>
    public Exception? Failure { get; init; }
}
