using Binance.AlgoOrders.Testing.Internal.Endpoints;
using Binance.AlgoOrders.Testing.Internal.State;

namespace Binance.AlgoOrders.Testing.Internal.Processing;

/// <summary>The requests in the order of arrival, all or the youngest ones. <see cref="ExchangeState.Lock"/> guards it.</summary>
/// <param name="max">The number of requests to keep, or null for all.</param>
internal sealed class RequestLog(int? max)
{
    private readonly int _max = max ?? Array.MaxLength;

    // The request with the index i is at i modulo the maximum, so that a new one takes the place of the oldest.
    private readonly List<RecordedRequest> _requests = [];

    /// <summary>Gets the number of all requests, also of those that are no longer kept. It is the index of the next one.</summary>
    public long Count { get; private set; }

    private long First => Count - _requests.Count;

    /// <summary>Returns a copy of the kept requests from an index on.</summary>
    public IReadOnlyList<RecordedRequest> CopyFrom(long index)
    {
        long start = Math.Max(index, First);
        var copy = new RecordedRequest[Math.Max(0, Count - start)];
        for (int i = 0; i < copy.Length; i++)
        {
            copy[i] = _requests[PlaceOf(start + i)];
        }

        return copy;
    }

    /// <summary>Adds a request and returns its index.</summary>
    public long Add(RecordedRequest request)
    {
        if (_requests.Count < _max)
        {
            _requests.Add(request);
        }
        else
        {
            _requests[PlaceOf(Count)] = request;
        }

        return Count++;
    }

    /// <summary>
    /// Adds the result. A request that took effect keeps its result if it is executed a second time without effect. The result of a request that is no
    /// longer kept is not kept either.
    /// </summary>
    public void Update(long index, ProcessingResult result, DateTimeOffset processedAt)
    {
        if (index < First)
        {
            return;
        }

        RecordedRequest record = _requests[PlaceOf(index)];
        if (record.IsExecuted && result.Error is not null)
        {
            return;
        }

        _requests[PlaceOf(index)] = record with
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

    private int PlaceOf(long index) => (int)(index % _max);
}
