namespace Binance.AlgoOrders.Soak;

/// <summary>Reads tasks that are over.</summary>
internal static class FinishedTask
{
    /// <summary>Null: it failed, was canceled, or brought null.</summary>
    public static T? ResultOrNull<T>(this Task<T> over)
        where T : class? =>
        over.IsCompletedSuccessfully ? over.GetAwaiter().GetResult() : null;
}
