using Binance.AlgoOrders.Testing.Internal.Endpoints;
using Binance.AlgoOrders.Testing.Internal.State;

namespace Binance.AlgoOrders.Testing.Internal.Processing;

/// <summary>All requests in the order of arrival. <see cref="ExchangeState.Lock"/> guards it.</summary>
internal sealed class RequestLog
{
    private readonly List<RecordedRequest> _requests = [];

    public IReadOnlyList<RecordedRequest> Copy() => [.. _requests];

    /// <summary>Adds a request and returns its index.</summary>
    public int Add(RecordedRequest request)
    {
        _requests.Add(request);
        return _requests.Count - 1;
    }

    public void Update(int index, ProcessingResult result, DateTimeOffset processedAt) => _requests[index] = _requests[index] with
    {
        ProcessedAt = processedAt,
        StatusCode = result.StatusCode,
        ErrorCode = result.Error?.ErrorCode,
        Reason = result.Error?.Detail ?? result.Error?.Message,
        SignedText = result.Error?.SignedText,
        Order = result.Order,
    };
}
