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

    // A list "until now" must include the newest orders, although the clocks differ and orders are placed meanwhile.
    private static readonly TimeSpan ClockMargin = TimeSpan.FromHours(1);
    private static readonly TimeSpan Retention = TimeSpan.FromDays(90);

    public static async IAsyncEnumerable<AlgoOrder> ListAsync(RequestPipeline pipeline, CallContext call, AlgoOrderHistoryQuery query)
    {
        ClockReading? reading = pipeline.Clock.LastReading;
        HistorySpan span = GetSpan(query, pipeline.Clock.ServerTime);
        bool isFirstPage = true;
        long lastId = 0;
        while (span.Start < span.End)
        {
            AlgoOrderListRequest request = CreateRequest(query, span.FirstWindow, lastId + 1);
            IReadOnlyList<AlgoOrder> page = await ReadPageAsync(pipeline, call.StartNext(), request, lastId + 1).ConfigureAwait(false);

            // The clock is known once Binance has accepted a timestamp of it. A machine that slept took the past for now until then.
            bool isClockCorrected = isFirstPage && pipeline.Clock.LastReading != reading;
            isFirstPage = false;
            if (isClockCorrected && GetSpan(query, pipeline.Clock.ServerTime) is var corrected && corrected != span)
            {
                span = corrected;
                continue;
            }

            foreach (AlgoOrder order in page)
            {
                lastId = order.AlgoId;
                yield return order;
            }

            if (page.Count < query.PageSize || lastId == long.MaxValue)
            {
                (span, lastId) = (span with { Start = span.Start + Window }, 0);
            }
        }
    }

    private static HistorySpan GetSpan(AlgoOrderHistoryQuery query, DateTimeOffset now)
    {
        DateTimeOffset oldest = now - Retention;
        DateTimeOffset end = TimeMath.Min(query.To ?? DateTimeOffset.MaxValue, now + ClockMargin);
        DateTimeOffset start = query.From ?? TimeMath.Max(end, oldest + Window) - Window;
        return new HistorySpan(TimeMath.Max(start, oldest), end);
    }

    // Ids ascend. Orders that a page repeats were returned before, so that each page is shorter or continues.
    private static async Task<IReadOnlyList<AlgoOrder>> ReadPageAsync(RequestPipeline pipeline, CallContext call, AlgoOrderListRequest request, long firstId)
    {
        Attempt attempt = await pipeline.SendWithRetryAsync(request, call).ConfigureAwait(false);
        List<AlgoOrder> page = request.ResponseOf(attempt) ?? throw AlgoOrderListRequest.ToException(attempt, call);
        page.RemoveAll(order => order.AlgoId < firstId);
        page.Sort(static (first, second) => first.AlgoId.CompareTo(second.AlgoId));
        return page;
    }

    private static AlgoOrderListRequest CreateRequest(AlgoOrderHistoryQuery query, HistorySpan window, long firstId)
    {
        var parameters = new ParameterWriter();
        parameters.Add("symbol", query.Symbol);
        // Without this parameter Binance returns the youngest orders of the window, and older ones would be left out.
        parameters.Add("algoId", (long?)firstId);
        // Both ends belong to the window.
        parameters.Add("startTime", (long?)window.Start.ToUnixTimeMilliseconds());
        parameters.Add("endTime", (long?)(window.End - TimeSpan.FromMilliseconds(1)).ToUnixTimeMilliseconds());
        parameters.Add("limit", (long?)query.PageSize);
        return new AlgoOrderListRequest(History, parameters.ToString(), query.Symbol);
    }

    /// <summary>A span of time.</summary>
    /// <param name="Start">The inclusive start.</param>
    /// <param name="End">The exclusive end.</param>
    private readonly record struct HistorySpan(DateTimeOffset Start, DateTimeOffset End)
    {
        public HistorySpan FirstWindow => this with { End = TimeMath.Min(Start + Window, End) };
    }
}
