namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>A call that cancels several orders.</summary>
internal sealed class PlayedBulk(BulkPlan plan, IReadOnlyList<PlayedItem> items, TimeSpan timeout, Stage stage)
    : PlayedTask(stage, timeout, plan.StartsAt, plan.GivesUpAfter)
{
    public IReadOnlyList<PlayedItem> Items => items;

    // Each order has a deadline of its own, which counts from its first request.
    protected override void ArrangeDeadline(TimeSpan deadline)
    {
    }

    protected override async Task CallAsync(AlgoOrderClient client, CancellationToken cancellationToken)
    {
        CallPlan common = plan.Items[0];
        var options = new CancelManyOptions { MaxConcurrency = plan.MaxConcurrency, Symbol = common.Symbol, Timeout = common.Timeout };
        await foreach (CancelManyItem told in client.CancelManyAsync(Ids(), options, cancellationToken).ConfigureAwait(false))
        {
            PlayedItem item = items.Single(item => item.Id == told.Id);
            Moment now = Stage.Now;
            bool isHeld = IsSettling || items.Any(one => one.IsStarted && one.TimesTold == 0 && one.Due - (2 * PromiseJudge.Grain) <= now.Elapsed);
            item.Note(told, now, GaveUp);
            LeftTheThread |= Stage.IsLeft && !isHeld;
            bool isHeldForAnother = items.Any(one => one.IsStarted && one.TimesTold == 0 && one.Due <= now.Elapsed);
            if (Stage.IsLeft && !IsSettling && !isHeldForAnother)
            {
                await new ReturnToStage(Stage, item.Finish);
            }
            else
            {
                item.Finish();
            }
        }
    }

    protected override void NoteTruth(Task call)
    {
        foreach (PlayedItem item in items)
        {
            item.Finish();
        }
    }

    // An id that was taken is started before the next one is asked for.
    private IEnumerable<AlgoOrderId> Ids()
    {
        foreach (PlayedItem item in items)
        {
            yield return item.Id;
            item.Begin(Stage.Now);
            Stage.At(item.Timeout + PromiseJudge.Grain, () => item.Settle(Settling));
        }
    }
}
