namespace Binance.AlgoOrders.Internal.Requests;

/// <summary>Describes an endpoint of Binance's API.</summary>
/// <param name="Method">The HTTP method. All but GET change state.</param>
/// <param name="Path">The last part of the path. The market determines the part before it.</param>
internal sealed record ApiEndpoint(HttpMethod Method, string Path)
{
    public const int ListMaxResponseBytes = 16 << 20;
    private const int DefaultMaxResponseBytes = 1 << 20;

    /// <summary>True if requests need a key and a signature.</summary>
    public bool IsSigned { get; init; } = true;

    /// <summary>True if requests need the key, but no signature.</summary>
    public bool NeedsKeyOnly { get; init; }

    /// <summary>True if a request may be sent again while an attempt is unknown, because two executions have the effect of one.</summary>
    public bool IsRepeatable { get; init; } = true;

    /// <summary>Gets the weight, which Binance counts per address and minute.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>True if a request counts towards the order limits of the account, and its response reports them.</summary>
    public bool CountsAsOrder { get; init; }

    /// <summary>Gets the priority, by default that of a cancel for all that cancels.</summary>
    public RequestPriority Priority { get; init; } = Method == HttpMethod.Delete ? RequestPriority.Cancel : RequestPriority.Normal;

    /// <summary>Gets the number of bytes of a response that are read at most.</summary>
    public int MaxResponseBytes { get; init; } = DefaultMaxResponseBytes;

    public bool ChangesState => Method != HttpMethod.Get;

    /// <summary>Gets the cost of one request.</summary>
    public RequestCost Cost => new(Weight, Priority, CountsAsOrder);
}
