using Binance.AlgoOrders.Internal.Transport;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders;

/// <summary>The log lines that speak of an order. Event ids are part of the public contract; of parameters, a line carries the order's id at most.</summary>
internal static partial class OrderLog
{
    public static void Looked(this ILogger logger, AlgoOrderId id, Sight sight)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            Looked(logger, TextOf(id), TextOf(sight));
        }
    }

    public static void NotKnownToBeInactive(this ILogger logger, AlgoOrderId id, CancelAlgoOrderOutcome outcome)
    {
        if (logger.IsEnabled(LogLevel.Warning))
        {
            NotKnownToBeInactive(logger, TextOf(id), CallOutcome.Of(outcome));
        }
    }

    [LoggerMessage(11, LogLevel.Warning, "Order {AlgoId} triggered before it was canceled; its child order is {ActualOrderId}")]
    public static partial void TriggeredFirst(this ILogger logger, long algoId, long? actualOrderId);

    [LoggerMessage(10, LogLevel.Information, "Looked at order {OrderId}, of which it was not clear whether it was canceled or placed: {Sight}", SkipEnabledCheck = true)]
    private static partial void Looked(ILogger logger, string orderId, string sight);

    [LoggerMessage(12, LogLevel.Warning, "Order {OrderId} is not known to be inactive: {Outcome}", SkipEnabledCheck = true)]
    private static partial void NotKnownToBeInactive(ILogger logger, string orderId, string outcome);

    // Ids and states may hold any text.
    private static string TextOf(AlgoOrderId id) => ResponseText.Clean(id switch
    {
        AlgoOrderId.ByClientAlgoId own => own.ClientAlgoId,
        _ => $"{((AlgoOrderId.ByAlgoId)id).AlgoId}",
    });

    private static string TextOf(Sight sight) => sight switch
    {
        Sight.Seen seen => ResponseText.Clean(seen.Order.Status.Text),
        Sight.NotFound => "not found",
        _ => "no answer",
    };
}
