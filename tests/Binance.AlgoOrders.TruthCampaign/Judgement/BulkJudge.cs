namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Judges a call for several orders apart from what it said of each.</summary>
internal static class BulkJudge
{
    public static IReadOnlyList<string> Lies(PlayedBulk call) =>
    [
        .. call.Items.Any(item => item.TimesTold > 1) ? ["CancelManyAsync spoke twice of one order"] : Array.Empty<string>(),
        .. call.Failure is null && call.Items.Any(item => item.TimesTold == 0) ? ["CancelManyAsync never spoke of an order"] : Array.Empty<string>(),
        .. (IEnumerable<string>)(call.Failure switch
        {
            null or RunsInCirclesException => [],
            OperationCanceledException when call.GaveUp is not null => [],
            OperationCanceledException => ["CancelManyAsync throws as if its caller had given up"],
            var failure => [$"CancelManyAsync throws {failure.GetType().Name}, which is not documented"],
        }),
    ];
}
