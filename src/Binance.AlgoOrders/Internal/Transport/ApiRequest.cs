using Binance.AlgoOrders.Internal.Signing;

namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>One request, as an endpoint describes it. What the transport does with it does not depend on the type of its answer.</summary>
/// <param name="operation">What kind of request it is.</param>
/// <param name="recvWindow">For how long after its timestamp it may be executed; null: the client's default.</param>
internal abstract class ApiRequest(ApiOperation operation, TimeSpan? recvWindow = null) : IRequestParameters
{
    public ApiOperation Operation => operation;

    public TimeSpan? RecvWindow => recvWindow;

    public abstract int MaxLength { get; }

    public abstract int Write(Span<byte> destination);

    /// <summary>Reads the body of a 2xx answer. Null, or a <see cref="System.Text.Json.JsonException"/>: it is not the answer that was asked for.</summary>
    public abstract object? ReadAnswer(ReadOnlySpan<byte> body);
}
