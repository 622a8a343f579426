using System.Runtime.CompilerServices;
using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders;

/// <summary><c>GET /fapi/v1/allAlgoOrders</c>, weight 5: windows under 7 days, and in each of them pages that go on after the last id.</summary>
internal static class ListAlgoOrderHistoryEndpoint
{
    private static readonly ApiOperation Operation = new(HttpMethod.Get, "allAlgoOrders") { Weight = 5, MaxAnswerBytes = AnswerSize.OfList };
    private static readonly TimeSpan Window = TimeSpan.FromDays(7) - TimeSpan.FromMilliseconds(1);

    // "Until now" must not leave out the newest orders because the clock has not been set yet.
    private static readonly TimeSpan ClockMargin = TimeSpan.FromHours(1);
    private static readonly TimeSpan KeptAtAll = TimeSpan.FromDays(90);

    public static async IAsyncEnumerable<AlgoOrder> ListAsync(
        ApiTransport transport, AlgoOrderHistoryQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        DateTimeOffset now = transport.Clock.ServerTime;
        DateTimeOffset end = query.To ?? now + ClockMargin;
        DateTimeOffset start = Later(query.From ?? end - Window, now - KeptAtAll);
        for (; start < end; start += Window)
        {
            DateTimeOffset windowEnd = Earlier(start + Window, end) - TimeSpan.FromMilliseconds(1);
            long lastId = 0;
            IReadOnlyList<AlgoOrder> page;
            do
            {
                page = await ReadPageAsync(transport, query, start, windowEnd, lastId + 1, cancellationToken).ConfigureAwait(false);
                foreach (AlgoOrder order in page)
                {
                    yield return order;
                }

                lastId = page.Count == 0 ? lastId : page[^1].AlgoId;
            }
            while (page.Count >= query.PageSize && lastId < long.MaxValue);
        }
    }

    // Both ends of a window belong to it. Ids grow; what a page repeats has been listed, so that every page is shorter or goes on.
    private static async Task<IReadOnlyList<AlgoOrder>> ReadPageAsync(
        ApiTransport transport, AlgoOrderHistoryQuery query, DateTimeOffset start, DateTimeOffset end, long firstId, CancellationToken cancellationToken)
    {
        ApiCall call = transport.Begin(timeout: null, cancellationToken);
        AlgoOrderListRequest request = Describe(query, start, end, firstId);
        Attempt attempt = await transport.SendAsync(request, call).ConfigureAwait(false);
        List<AlgoOrder> page = request.AnswerOf(attempt) ?? throw attempt.ToException(call);
        page.RemoveAll(order => order.AlgoId < firstId);
        page.Sort(static (first, second) => first.AlgoId.CompareTo(second.AlgoId));
        return page;
    }

    private static AlgoOrderListRequest Describe(AlgoOrderHistoryQuery query, DateTimeOffset start, DateTimeOffset end, long firstId)
    {
        var parameters = new ParameterWriter();
        parameters.Add("symbol", query.Symbol);
        // Always, also for the first page: without it Binance answers with the youngest orders of the window, and older ones would be left out.
        parameters.Add("algoId", (long?)firstId);
        parameters.Add("startTime", (long?)start.ToUnixTimeMilliseconds());
        parameters.Add("endTime", (long?)end.ToUnixTimeMilliseconds());
        parameters.Add("limit", (long?)query.PageSize);
        return new AlgoOrderListRequest(Operation, parameters.ToString());
    }

    private static DateTimeOffset Later(DateTimeOffset first, DateTimeOffset second) => first > second ? first : second;

    private static DateTimeOffset Earlier(DateTimeOffset first, DateTimeOffset second) => first < second ? first : second;
}
