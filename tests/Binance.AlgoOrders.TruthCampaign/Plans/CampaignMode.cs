namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>How long the faults go on.</summary>
internal enum CampaignMode
{
    /// <summary>To the end: the client may have to say that it does not know.</summary>
    FaultsToTheEnd,

    /// <summary>They stop before the last third of every call's time: the client has no excuse for not knowing.</summary>
    FaultsStopEarly,
}
