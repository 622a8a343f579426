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

    /// <summary>Adds the result. A request that took effect keeps its result if it is executed a second time without effect.</summary>
    public void Update(int index, ProcessingResult result, DateTimeOffset processedAt)
    {
        RecordedRequest record = _requests[index];
        if (record.IsExecuted && result.Error is not null)
        {
            return;
        }

        _requests[index] = record with
        {
            ProcessedAt = processedAt,
            StatusCode = result.StatusCode,
            ErrorCode = result.Error?.ErrorCode,
            Reason = result.Error?.Detail ?? result.Error?.Message,
            SignedText = result.Error?.SignedText,
            Order = result.Order,
            IgnoredParameters = result.IgnoredParameters,
            HasEncodedSignature = result.HasEncodedSignature,
            CanceledOrders = [.. record.CanceledOrders, .. result.CanceledOrders],
        };
    }
}
