using System.Globalization;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>A request to which Binance responds with a list of orders.</summary>
/// <param name="endpoint">The endpoint.</param>
/// <param name="parameters">The percent-encoded parameters.</param>
/// <param name="symbol">The symbol of the orders, or null for all symbols. A list with an order of another symbol is no response.</param>
internal sealed class AlgoOrderListRequest(ApiEndpoint endpoint, string parameters, string? symbol) : QueryStringRequest<List<AlgoOrder>>(endpoint, parameters)
{
    /// <summary>
    /// Returns the orders that could be read, even if the list as a whole is no response because of others. That an order is not among them proves nothing.
    /// </summary>
    public List<AlgoOrder> GetReadableOrders(Attempt attempt) => ResponseOf(attempt) ?? GetPartialList(attempt)?.Orders ?? [];

    /// <summary>Returns the exception of a call whose last attempt failed.</summary>
    public static AlgoOrderException ToException(Attempt attempt, CallContext call)
    {
        AlgoOrderException exception = attempt.ToException(call);
        if (exception is not BinanceApiException response || GetPartialList(attempt) is not { } list)
        {
            return exception;
        }

        return new UnreadableAlgoOrdersException($"{response.Message} {attempt.Failure!.Message}", response.Execution, response.StatusCode, attempt.Failure)
        {
            Orders = list.Orders,
            UnreadableCount = list.UnreadableCount,
            ResponseBody = response.ResponseBody,
        };
    }

    public override string? DescribeUnread(object response) => AlgoOrderReader.DescribeUnread((List<AlgoOrder>)response);

    protected override List<AlgoOrder>? Read(ReadOnlySpan<byte> body)
    {
        if (AlgoOrderReader.ReadList(body) is not { } list || !list.Orders.TrueForAll(IsExpected))
        {
            return null;
        }

        if (list.UnreadableCount > 0)
        {
            int count = list.Orders.Count + list.UnreadableCount;
            string message = string.Create(CultureInfo.InvariantCulture, $"The id, status or symbol of {list.UnreadableCount} of {count} orders could not be read.");
            throw new PartialResponseException(message, list);
        }

        return list.Orders;
    }

    private static AlgoOrderList? GetPartialList(Attempt attempt) => (attempt.Failure as PartialResponseException)?.Readable as AlgoOrderList;

    private bool IsExpected(AlgoOrder order) => symbol is null || order.Symbol is null || order.Symbol == symbol;
}
