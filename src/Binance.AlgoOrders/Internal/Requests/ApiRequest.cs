namespace Binance.AlgoOrders.Internal.Requests;

/// <summary>A request to an endpoint.</summary>
/// <param name="endpoint">The endpoint.</param>
/// <param name="recvWindow">The time after its timestamp in which Binance may execute the request, or null for the client's default.</param>
internal abstract class ApiRequest(ApiEndpoint endpoint, TimeSpan? recvWindow = null)
{
    public ApiEndpoint Endpoint => endpoint;

    public TimeSpan? RecvWindow => recvWindow;

    /// <summary>Gets the id of the object that the request is about, or null if it is about no single one.</summary>
    public virtual object? SubjectId => null;

    /// <summary>True if the call looks the order up after a refusal, so that no other attempt needs to be waited for.</summary>
    public virtual bool IsLookedUp => true;

    /// <summary>Gets the number of bytes that <see cref="Write"/> needs at most.</summary>
    public abstract int MaxLength { get; }

    /// <summary>Writes the parameters, percent-encoded, without timing and signature, into the buffer in which they are signed.</summary>
    /// <returns>The number of bytes written.</returns>
    public abstract int Write(Span<byte> destination);

    /// <summary>Parses the body of a 2xx response.</summary>
    /// <returns>The response, or null if the body is not the expected one.</returns>
    /// <exception cref="System.Text.Json.JsonException">The body is not JSON, or has an unexpected form.</exception>
    public abstract object? Parse(ReadOnlySpan<byte> body);

    /// <summary>Returns the names of the members of a response that could not be read and are null, or null if there are none.</summary>
    public virtual string? DescribeUnread(object response) => null;
}

/// <inheritdoc cref="ApiRequest"/>
/// <typeparam name="TResponse">The type of a successful response.</typeparam>
internal abstract class ApiRequest<TResponse>(ApiEndpoint endpoint, TimeSpan? recvWindow = null) : ApiRequest(endpoint, recvWindow)
    where TResponse : class
{
    public sealed override object? Parse(ReadOnlySpan<byte> body) => Read(body);

    /// <summary>Returns the response of an attempt, or null if the attempt did not succeed.</summary>
    /// <exception cref="ArgumentException"><paramref name="attempt"/> belongs to another request.</exception>
    public TResponse? ResponseOf(Attempt attempt) => attempt.Request == this
        ? (TResponse?)attempt.Response
        : throw new ArgumentException("The attempt must belong to this request, but belongs to another.", nameof(attempt));

    /// <inheritdoc cref="ApiRequest.Parse"/>
    protected abstract TResponse? Read(ReadOnlySpan<byte> body);
}
