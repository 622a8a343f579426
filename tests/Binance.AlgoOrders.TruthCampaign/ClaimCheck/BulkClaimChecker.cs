namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Checks a bulk call, apart from its claims about each order.</summary>
internal static class BulkClaimChecker
{
    public static IReadOnlyList<string> FalseClaims(BulkCall call)
    {
        List<string> claims = [];
        if (call.Items.Any(item => item.TimesReported > 1))
        {
            claims.Add("CancelManyAsync reports an order twice");
        }

        if (call.Failure is null && call.Items.Any(item => item.TimesReported == 0))
        {
            claims.Add("CancelManyAsync does not report an order");
        }

        if (FalseClaimOf(call.Failure, call) is { } claim)
        {
            claims.Add(claim);
        }

        return claims;
    }

    private static string? FalseClaimOf(Exception? failure, BulkCall call) => failure switch
    {
        null or BusyLoopException => null,
        OperationCanceledException when call.GaveUp is not null => null,
        OperationCanceledException => "CancelManyAsync throws OperationCanceledException without a cancellation of its caller",
        _ => $"CancelManyAsync throws {failure.GetType().Name}, which is not documented",
    };
}
