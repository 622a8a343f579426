namespace Binance.AlgoOrders;

/// <summary>Contains the next step of a cancel.</summary>
/// <param name="Kind">The kind of step.</param>
/// <param name="Time">The length of a pause, or the time that a cancel must leave.</param>
/// <param name="Claim">The claim that ends the call.</param>
internal readonly record struct CancelStep(CancelStepKind Kind, TimeSpan Time = default, CancelClaim Claim = default)
{
    public static CancelStep LookUp => new(CancelStepKind.LookUp);

    public static CancelStep WaitForExpiry => new(CancelStepKind.WaitForExpiry);

    public static CancelStep ReadClock => new(CancelStepKind.ReadClock);

    public static CancelStep Cancel(TimeSpan reserved) => new(CancelStepKind.Cancel, reserved);

    public static CancelStep Pause(TimeSpan time) => new(CancelStepKind.Pause, time);

    public static CancelStep To(CancelClaim claim) => new(CancelStepKind.Claim, Claim: claim);
}

/// <summary>Specifies a kind of step.</summary>
internal enum CancelStepKind
{
    /// <summary>End the call with a claim.</summary>
    Claim,

    /// <summary>Send a cancel.</summary>
    Cancel,

    /// <summary>Look the order up.</summary>
    LookUp,

    /// <summary>Send nothing for a while.</summary>
    Pause,

    /// <summary>Read Binance's clock, to tell whether an order ended before the call began.</summary>
    ReadClock,

    /// <summary>Wait until no copy of a cancel can be executed any more.</summary>
    WaitForExpiry,
}

/// <summary>Specifies what a call claims about its order.</summary>
internal enum CancelClaim
{
    /// <summary>Nothing: the state of the order is unknown.</summary>
    Unknown,

    /// <summary>Nothing: the last failure is reported as an exception.</summary>
    Failed,

    /// <summary>A cancel of this call was acknowledged.</summary>
    Acknowledged,

    /// <summary>The order was seen canceled.</summary>
    SeenCanceled,

    /// <summary>The order has triggered.</summary>
    Triggered,

    /// <summary>The order was seen rejected or expired.</summary>
    Ended,

    /// <summary>Binance has forgotten the order, which it does only to orders that ended without a trade.</summary>
    EndedByRetention,

    /// <summary>Binance shows no trace of the order.</summary>
    NotFound,

    /// <summary>The order is live, and no cancel of this call can be executed any more.</summary>
    StillOpen,
}
