namespace Binance.AlgoOrders.Internal.Transport;

/// <inheritdoc cref="ApiRequest"/>
/// <typeparam name="TAnswer">What a successful answer says.</typeparam>
internal abstract class ApiRequest<TAnswer>(ApiOperation operation, string? parameters, TimeSpan? recvWindow = null) : ApiRequest(operation, parameters, recvWindow)
    where TAnswer : class
{
    public sealed override object? ReadAnswer(ReadOnlySpan<byte> body) => Read(body);

    /// <summary>The answer that an attempt at this request brought; null: it brought none.</summary>
    public TAnswer? AnswerOf(Attempt attempt) => attempt.Request == this
        ? (TAnswer?)attempt.Answer
        : throw new ArgumentException("It is an attempt at another request.", nameof(attempt));

    /// <summary>Reads the body of a 2xx answer. Null, or a <see cref="System.Text.Json.JsonException"/>: it is not the answer that was asked for.</summary>
    protected abstract TAnswer? Read(ReadOnlySpan<byte> body);
}
