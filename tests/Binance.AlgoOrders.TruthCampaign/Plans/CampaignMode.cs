namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>The time at which the faults stop.</summary>
internal enum CampaignMode
{
    /// <summary>The faults last to the end, so that an outcome may stay unknown.</summary>
    FaultsToTheEnd,

    /// <summary>
    /// The faults stop before the last third of every cancel's timeout and before the last two thirds of every replacement's, so that hardly any outcome may stay
    /// unknown.
    /// </summary>
    FaultsStopEarly,
}
