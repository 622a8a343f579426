namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>When something began and ended, to be held against its promises.</summary>
internal interface IPlayed
{
    TimeSpan Timeout { get; }

    Moment Start { get; }

    Moment End { get; }

    /// <summary>When the caller gave up, if that was before the end.</summary>
    Moment? GaveUp { get; }

    Exception? Failure { get; }
}
