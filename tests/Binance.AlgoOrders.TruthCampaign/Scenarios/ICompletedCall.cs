namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>The times of a call, which are checked against its guarantees.</summary>
internal interface ICompletedCall
{
    TimeSpan Timeout { get; }

    Moment Start { get; }

    Moment End { get; }

    /// <summary>The cancellation by the caller, or null if the call ended before.</summary>
    Moment? GaveUp { get; }

    Exception? Failure { get; }
}
