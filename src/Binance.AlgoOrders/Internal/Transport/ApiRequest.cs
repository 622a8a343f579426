namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>One signed request, as an endpoint describes it.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below the base address, without a leading slash.</param>
/// <param name="Parameters">The percent-encoded parameters, without timing and signature.</param>
/// <param name="RecvWindow">For how long after its timestamp it may be executed.</param>
/// <param name="Timeout">The time for the whole call.</param>
/// <param name="Read">Reads the answer that was asked for.</param>
internal sealed record ApiRequest<TAnswer>(
    HttpMethod Method,
    string Path,
    string Parameters,
    TimeSpan? RecvWindow,
    TimeSpan? Timeout,
    AnswerReader<TAnswer> Read)
    where TAnswer : class
{
    public override string ToString() => $"{Method} /{Path}";
}
