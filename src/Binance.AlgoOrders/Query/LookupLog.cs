using Binance.AlgoOrders.Internal.Requests;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders;

/// <summary>Writes the log lines about lookups. Event ids are part of the public contract. A line contains no parameter but the order's id.</summary>
internal static partial class LookupLog
{
    public static void LookedUp(this ILogger logger, AlgoOrderId id, LookupResult result)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            LookedUp(logger, id.ToLogText(), GetText(result));
        }
    }

    /// <summary>Returns the id without its name. A client id may contain any text, so that it is redacted.</summary>
    public static string ToLogText(this AlgoOrderId id) => ResponseText.Redact(id switch
    {
        AlgoOrderId.ByClientAlgoId own => own.ClientAlgoId,
        _ => $"{((AlgoOrderId.ByAlgoId)id).AlgoId}",
    });

    private static string GetText(LookupResult result) => result switch
    {
        LookupResult.Found found => ResponseText.Redact(found.Order.Status.Text),
        LookupResult.NotFound => "not found",
        _ => "no response",
    };

    [LoggerMessage(10, LogLevel.Information, "Looked up order {OrderId}, because its cancel or its placement was not confirmed: {Result}", SkipEnabledCheck = true)]
    private static partial void LookedUp(ILogger logger, string orderId, string result);
}
