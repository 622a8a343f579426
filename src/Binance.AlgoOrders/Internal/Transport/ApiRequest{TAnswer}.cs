namespace Binance.AlgoOrders.Internal.Transport;

/// <inheritdoc cref="ApiRequest"/>
/// <typeparam name="TAnswer">What a successful answer says.</typeparam>
internal abstract class ApiRequest<TAnswer>(ApiOperation operation, TimeSpan? recvWindow = null) : ApiRequest(operation, recvWindow)
    where TAnswer : class
{
    public sealed override object? ReadAnswer(ReadOnlySpan<byte> body) => Read(body);

    /// <summary>The answer that an attempt at this request brought; null: it brought none.</summary>
    public TAnswer? AnswerOf(Attempt attempt) => attempt.Request == this
        ? (TAnswer?)attempt.Answer
        : throw new ArgumentException("It is an attempt at another request.", nameof(attempt));

    /// <inheritdoc cref="ApiRequest.ReadAnswer"/>
    protected abstract TAnswer? Read(ReadOnlySpan<byte> body);
}
