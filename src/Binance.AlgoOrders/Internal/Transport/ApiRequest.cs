namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>One request, as an endpoint describes it.</summary>
/// <param name="Method">The HTTP method; everything but GET changes something.</param>
/// <param name="Path">The last part of the path; the market decides what comes before it.</param>
/// <param name="Parameters">The percent-encoded parameters, without timing and signature; null: the request is not signed.</param>
/// <param name="Read">Reads the answer that was asked for.</param>
internal sealed record ApiRequest<TAnswer>(HttpMethod Method, string Path, string? Parameters, AnswerReader<TAnswer> Read)
    where TAnswer : class
{
    /// <summary>For how long after its timestamp it may be executed; null: the client's default.</summary>
    public TimeSpan? RecvWindow { get; init; }

    /// <summary>Of an answer, no more than this is read.</summary>
    public int MaxAnswerBytes { get; init; } = AnswerSize.Ordinary;

    /// <summary>Whether it may be sent again when an attempt is in doubt: executing it twice is executing it once.</summary>
    public bool IsRepeatable { get; init; } = true;

    /// <summary>What it costs of the address's limit per minute.</summary>
    public int Weight { get; init; } = 1;

    public bool ChangesSomething => Method != HttpMethod.Get;
}
