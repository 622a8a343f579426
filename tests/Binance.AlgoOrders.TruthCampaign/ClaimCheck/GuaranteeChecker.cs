namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Checks the guarantees beside the truth of claims: the deadline, the caller's token, the exchange's bans, and pauses.</summary>
internal static class GuaranteeChecker
{
    /// <summary>The resolution of timers.</summary>
    public static readonly TimeSpan TimerResolution = TimeSpan.FromMilliseconds(1);

    /// <summary>Returns the guarantees that one call violated.</summary>
    public static IReadOnlyList<string> Violations(ICompletedCall call)
    {
        List<string> violations = [];
        if (call.End.Elapsed - call.Start.Elapsed > call.Timeout + TimerResolution)
        {
            violations.Add("the call took longer than its timeout");
        }

        if (call.GaveUp is { } gaveUp && call.End.Elapsed > gaveUp.Elapsed)
        {
            violations.Add("the call went on after its caller had canceled it");
        }

        return violations;
    }

    /// <summary>Returns the guarantees that the client as a whole violated.</summary>
    public static IReadOnlyList<string> Violations(ScenarioRun scenario)
    {
        List<string> violations = [];
        if (scenario.IsStuck)
        {
            violations.Add("a call never ended");
        }

        if (scenario.HadBusyLoop)
        {
            violations.Add("the client looped without a pause");
        }

        if (scenario.SwitchedThread)
        {
            violations.Add("a continuation ran on another thread, so that the virtual clock is not reliable");
        }

        if (scenario.RequestsDuringBan > 0)
        {
            violations.Add("a request was sent before the end of a ban");
        }

        return violations;
    }
}
