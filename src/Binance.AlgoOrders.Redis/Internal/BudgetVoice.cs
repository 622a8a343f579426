using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Internal;

/// <summary>Says once when a budget is no longer shared, and once when it is again: in the log and in the metrics.</summary>
internal sealed class BudgetVoice(ILogger logger, BudgetMetrics metrics, string budget, int localShare)
{
    public void Say(bool isChange, bool isDegraded, Exception? failure)
    {
        if (isChange && isDegraded)
        {
            metrics.Degraded();
            BudgetLog.Degraded(logger, budget, localShare, failure);
        }
        else if (isChange)
        {
            metrics.Rejoined();
            BudgetLog.Rejoined(logger, budget);
        }
    }

    public void SayNotListening(Exception failure) => BudgetLog.NotListening(logger, budget, failure);
}
