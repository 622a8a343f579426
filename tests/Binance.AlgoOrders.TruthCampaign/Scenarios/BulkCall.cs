namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>A call that cancels several orders.</summary>
internal sealed class BulkCall(BulkPlan plan, IReadOnlyList<BulkItem> items, TimeSpan timeout, ScenarioEnvironment environment)
    : ScenarioCall(environment, timeout, plan.StartsAt, plan.GivesUpAfter)
{
    public IReadOnlyList<BulkItem> Items => items;

    // Each order has its own deadline, which starts with its first request.
    protected override void ScheduleDeadline(TimeSpan deadline)
    {
    }

    protected override async Task CallAsync(AlgoOrderClient client, CancellationToken cancellationToken)
    {
        CallPlan common = plan.Items[0];
        var options = new CancelManyOptions { MaxConcurrency = plan.MaxConcurrency, Symbol = common.Symbol, Timeout = common.Timeout };
        await foreach (CancelManyResult result in client.CancelManyAsync(IdsAsync(), options, cancellationToken).ConfigureAwait(false))
        {
            BulkItem item = items.Single(item => item.Id == result.Id);
            Moment now = ScenarioEnvironment.Now;
            bool isHeld = IsClockHeld || items.Any(other => other.IsStarted && other.TimesReported == 0 && other.Due - (2 * GuaranteeChecker.TimerResolution) <= now.Elapsed);
            item.Record(result, now, GaveUp);
            SwitchedThread |= ScenarioEnvironment.IsOnOtherThread && !isHeld;
            bool isHeldForAnother = items.Any(other => other.IsStarted && other.TimesReported == 0 && other.Due <= now.Elapsed);
            if (ScenarioEnvironment.IsOnOtherThread && !IsClockHeld && !isHeldForAnother)
            {
                await new ScenarioThreadAwaitable(ScenarioEnvironment, item.Complete);
            }
            else
            {
                item.Complete();
            }
        }
    }

    protected override void RecordTruth(Task call)
    {
        foreach (BulkItem item in items)
        {
            item.Complete();
        }
    }

    // The client starts an id before it requests the next one.
    private async IAsyncEnumerable<AlgoOrderId> IdsAsync()
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (BulkItem item in items)
        {
            item.FindOrder();
            yield return item.Id;
            item.MarkStarted(ScenarioEnvironment.Now);
            ScenarioEnvironment.At(item.Timeout + GuaranteeChecker.TimerResolution, () => item.WaitForResult(MaxHold));
        }
    }
}
