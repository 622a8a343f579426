namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>The message handlers of the host between the client and the network.</summary>
internal enum HostKind
{
    None,

    /// <summary>The standard resilience handler, added to the client's builder.</summary>
    StandardResilience,

    /// <summary>A handler inside the primary handler that sends a message again after a failure.</summary>
    RetryInside,

    /// <summary>The same, which buffers the content first.</summary>
    BufferingRetryInside,

    /// <summary>A handler on the client's builder that sets the content to null.</summary>
    WithoutContent,

    /// <summary>The same inside the primary handler.</summary>
    WithoutContentInside,

    /// <summary>A handler on the client's builder that sets the header Expect: 100-continue.</summary>
    ExpectContinue,

    /// <summary>The same inside the primary handler.</summary>
    ExpectContinueInside,
}
