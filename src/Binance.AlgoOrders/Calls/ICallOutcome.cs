namespace Binance.AlgoOrders;

/// <summary>A result of a call that has more than one outcome.</summary>
internal interface ICallOutcome
{
    /// <summary>Gets the value of the tag <c>binance.outcome</c>.</summary>
    string OutcomeName { get; }

    /// <summary>Gets the error that prevented the call from reaching its goal, or null if there is none.</summary>
    Exception? OutcomeError { get; }
}
