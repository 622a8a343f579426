using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>The exchange's own result of a request: the JSON of the response, the error if it was rejected, and the order that it concerns.</summary>
internal sealed record ProcessingResult(ReadOnlyMemory<byte> Json, ErrorResponse? Error = null, SimulatedOrder? Order = null)
{
    /// <summary>Gets the ordinary order that the request concerns.</summary>
    public SimulatedOrdinaryOrder? OrdinaryOrder { get; init; }

    public int StatusCode => Error?.StatusCode ?? 200;

    /// <summary>Gets the headers that are sent in addition to those of every response.</summary>
    public KeyValuePair<string, string>[] Headers { get; init; } = Error?.Headers ?? [];

    /// <summary>Gets the orders that the request canceled, also if it was rejected after that.</summary>
    public IReadOnlyList<SimulatedOrder> CanceledOrders { get; init; } = [];

    /// <summary>Gets the names of the parameters that were sent and that the endpoint does not know.</summary>
    public IReadOnlyList<string> IgnoredParameters { get; init; } = [];

    /// <summary>Gets whether the signature covers percent-encoded values, in the WebSocket API and only if encoding changes them.</summary>
    public bool HasEncodedSignature { get; init; }

    public static ProcessingResult Rejected(ErrorResponse error, SimulatedOrder? order = null) =>
        new(ResponseJson.Message(error.ErrorCode, error.Message), error, order);
}
