using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Pipeline;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>
/// Lists past orders, <c>GET /fapi/v1/allAlgoOrders</c>, weight 5, in windows of less than 7 days. Each page continues after the last id of the
/// page before it.
/// </summary>
internal static class ListAlgoOrderHistoryEndpoint
{
    private static readonly ApiEndpoint History = new(HttpMethod.Get, "allAlgoOrders") { Weight = 5, MaxResponseBytes = ApiEndpoint.ListMaxResponseBytes };
    private static readonly TimeSpan Window = TimeSpan.FromDays(7) - TimeSpan.FromMilliseconds(1);

    // A list "until now" must include the newest orders, even before the clock is synchronized.
    private static readonly TimeSpan ClockMargin = TimeSpan.FromHours(1);
    private static readonly TimeSpan Retention = TimeSpan.FromDays(90);

    public static async IAsyncEnumerable<AlgoOrder> ListAsync(RequestPipeline pipeline, CallContext call, AlgoOrderHistoryQuery query)
    {
        DateTimeOffset now = pipeline.Clock.ServerTime;
        DateTimeOffset end = query.To ?? now + ClockMargin;
        DateTimeOffset start = TimeMath.Max(query.From ?? end - Window, now - Retention);
        for (; start < end; start += Window)
        {
            DateTimeOffset windowEnd = TimeMath.Min(start + Window, end) - TimeSpan.FromMilliseconds(1);
            long lastId = 0;
            IReadOnlyList<AlgoOrder> page;
            do
            {
                AlgoOrderListRequest request = CreateRequest(query, start, windowEnd, lastId + 1);
                page = await ReadPageAsync(pipeline, call.StartNext(), request, lastId + 1).ConfigureAwait(false);
                foreach (AlgoOrder order in page)
                {
                    lastId = order.AlgoId;
                    yield return order;
                }
            }
            while (page.Count >= query.PageSize && lastId < long.MaxValue);
        }
    }

    // Ids ascend. Orders that a page repeats were returned before, so that each page is shorter or continues.
    private static async Task<IReadOnlyList<AlgoOrder>> ReadPageAsync(RequestPipeline pipeline, CallContext call, AlgoOrderListRequest request, long firstId)
    {
        Attempt attempt = await pipeline.SendWithRetryAsync(request, call).ConfigureAwait(false);
        List<AlgoOrder> page = request.ResponseOf(attempt) ?? throw attempt.ToException(call);
        page.RemoveAll(order => order.AlgoId < firstId);
        page.Sort(static (first, second) => first.AlgoId.CompareTo(second.AlgoId));
        return page;
    }

    private static AlgoOrderListRequest CreateRequest(AlgoOrderHistoryQuery query, DateTimeOffset start, DateTimeOffset end, long firstId)
    {
        var parameters = new ParameterWriter();
        parameters.Add("symbol", query.Symbol);
        // Without this parameter Binance returns the youngest orders of the window, and older ones would be left out.
        parameters.Add("algoId", (long?)firstId);
        // Both ends belong to the window.
        parameters.Add("startTime", (long?)start.ToUnixTimeMilliseconds());
        parameters.Add("endTime", (long?)end.ToUnixTimeMilliseconds());
        parameters.Add("limit", (long?)query.PageSize);
        return new AlgoOrderListRequest(History, parameters.ToString(), query.Symbol);
    }
}
