using Binance.AlgoOrders.Internal.Requests;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders;

/// <summary>Writes the log lines about cancels. Event ids are part of the public contract. A line contains no parameter but the order's ids.</summary>
internal static partial class CancelLog
{
    public static void TriggeredFirst(this ILogger logger, AlgoOrder order)
    {
        if (logger.IsEnabled(LogLevel.Warning))
        {
            TriggeredFirst(logger, order.AlgoId, ResponseText.Redact(order.Status.Text), ResponseText.Redact(order.ActualOrderIdText ?? "not placed yet"));
        }
    }

    public static void Unresolved(this ILogger logger, AlgoOrderId id, CancelAlgoOrderOutcome outcome)
    {
        if (logger.IsEnabled(LogLevel.Warning))
        {
            Unresolved(logger, id.ToLogText(), CallOutcome.Of(outcome));
        }
    }

    [LoggerMessage(11, LogLevel.Warning, "Order {AlgoId} triggered before it was canceled. It is {Status}, its child order is {ActualOrderId}", SkipEnabledCheck = true)]
    private static partial void TriggeredFirst(ILogger logger, long algoId, string status, string actualOrderId);

    [LoggerMessage(12, LogLevel.Warning, "Order {OrderId} is not known to be inactive: {Outcome}", SkipEnabledCheck = true)]
    private static partial void Unresolved(ILogger logger, string orderId, string outcome);
}
