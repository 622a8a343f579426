namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>The time at which the faults stop.</summary>
internal enum CampaignMode
{
    /// <summary>The faults last to the end, so that an outcome may stay unknown.</summary>
    FaultsToTheEnd,

    /// <summary>The faults stop before the last third of every call's timeout, so that hardly any outcome may stay unknown.</summary>
    FaultsStopEarly,
}
