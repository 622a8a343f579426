using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Internal;

/// <summary>The log lines of the budget, category <c>Binance.AlgoOrders.Redis</c>. Event ids are part of the public contract; no line carries a key.</summary>
internal static partial class BudgetLog
{
    [LoggerMessage(101, LogLevel.Warning, "Redis does not answer in time: the budget '{Budget}' is no longer shared. Bulk work goes on with at most {LocalShare} of weight a minute, cancels go on as ever")]
    public static partial void Degraded(ILogger logger, string budget, int localShare, Exception? failure);

    [LoggerMessage(102, LogLevel.Information, "Redis answers again: the budget '{Budget}' is shared")]
    public static partial void Rejoined(ILogger logger, string budget);

    [LoggerMessage(103, LogLevel.Warning, "The channel of the budget '{Budget}' cannot be listened to: of a ban that another process was told of, this one learns when it asks, four times a second")]
    public static partial void NotListening(ILogger logger, string budget, Exception failure);
}
