namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>One copy of a request that left the client, with the call that sent it.</summary>
internal sealed class SentRequest(ScenarioCall? caller, TimeSpan sentAt, DateTimeOffset sentOn)
{
    /// <summary>The call that sent the copy, or null if it was not sent by a call of the scenario.</summary>
    public ScenarioCall? Caller => caller;

    public TimeSpan SentAt => sentAt;

    /// <summary>The time on the client's clock at which the copy was sent.</summary>
    public DateTimeOffset SentOn => sentOn;

    /// <summary>The index of the exchange's record, or null until the copy has arrived.</summary>
    public int? RecordIndex { get; set; }

    /// <summary>The time at which the complete response of a lookup reached the client, or null.</summary>
    public TimeSpan? SeenAt { get; set; }

    /// <summary>The same time on the client's clock.</summary>
    public DateTimeOffset? SeenOn { get; set; }

    /// <summary>The id of the order that the response showed, or null.</summary>
    public long? SeenOrder { get; set; }

    /// <summary>True if the response showed the order as NEW.</summary>
    public bool SeenNew { get; set; }
}
