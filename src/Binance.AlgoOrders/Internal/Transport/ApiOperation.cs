namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>What is the same for every request of a kind; an endpoint has it once.</summary>
/// <param name="Method">The HTTP method; everything but GET changes something.</param>
/// <param name="Path">The last part of the path; the market decides what comes before it.</param>
internal sealed record ApiOperation(HttpMethod Method, string Path)
{
    /// <summary>Whether it needs a key.</summary>
    public bool IsSigned { get; init; } = true;

    /// <summary>Whether it may be sent again when an attempt is in doubt: executing it twice is executing it once.</summary>
    public bool IsRepeatable { get; init; } = true;

    /// <summary>What it costs of the address's limit per minute.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>Whether it counts on the account's limits of orders, and its answers report them.</summary>
    public bool CountsAsOrder { get; init; }

    /// <summary>Of an answer, no more than this is read.</summary>
    public int MaxAnswerBytes { get; init; } = AnswerSize.Ordinary;

    public bool ChangesSomething => Method != HttpMethod.Get;

    /// <summary>What a request of this kind takes of the limits.</summary>
    public RequestCost Cost => new(Weight, Method == HttpMethod.Delete ? RequestPriority.Cancel : RequestPriority.Ordinary, CountsAsOrder);
}
