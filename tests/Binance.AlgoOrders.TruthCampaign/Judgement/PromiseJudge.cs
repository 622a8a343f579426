namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>What a client promises besides the truth: its deadline, its caller's token, the exchange's bans, and pauses.</summary>
internal static class PromiseJudge
{
    /// <summary>Timers count in whole milliseconds.</summary>
    public static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(1);

    /// <summary>What one call did not keep; empty: it kept everything.</summary>
    public static IReadOnlyList<string> Broken(IPlayed call)
    {
        List<string> broken = [];
        if (call.End.Elapsed - call.Start.Elapsed > call.Timeout + Grain)
        {
            broken.Add("the call took longer than its timeout");
        }

        if (call.GaveUp is { } gaveUp && call.End.Elapsed > gaveUp.Elapsed)
        {
            broken.Add("the call went on after its caller had given up");
        }

        return broken;
    }

    /// <summary>What the client as a whole did not keep.</summary>
    public static IReadOnlyList<string> Broken(PlayedScenario scenario)
    {
        List<string> broken = [];
        if (scenario.IsStuck)
        {
            broken.Add("a call never came to an end");
        }

        if (scenario.RanInCircles)
        {
            broken.Add("the client ran in circles without a pause");
        }

        if (scenario.LeftTheThread)
        {
            broken.Add("something went on on another thread, so that the virtual clock cannot be trusted");
        }

        if (scenario.RequestsDuringBan > 0)
        {
            broken.Add("a request was sent before the time that the exchange had named");
        }

        return broken;
    }
}
