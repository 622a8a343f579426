using System.Net;

namespace Binance.AlgoOrders.Internal.Requests;

/// <summary>Interprets one kind of response.</summary>
/// <param name="Name">The kind of response, in a few words.</param>
/// <param name="Matches">Returns true for the responses of this kind.</param>
/// <param name="Execution">The execution of the request, as far as the response shows it.</param>
/// <param name="Then">The next step.</param>
/// <param name="Advice">The advice for the caller, or an empty string if there is none.</param>
internal sealed record ResponseRule(string Name, Func<ResponseFacts, bool> Matches, ExecutionStatus Execution, NextStep Then, string Advice = "")
{
    /// <summary>Gets the requests that must wait, or null if none must.</summary>
    public RateLimitScope? Scope { get; init; }

    /// <summary>True if every other request would fail too, because the cause is the key, the account, the place or the address.</summary>
    public bool ConcernsEveryRequest { get; init; }
}

/// <summary>Contains a response as a rule sees it, or the lack of one.</summary>
/// <param name="Status">The HTTP status, or null if no response arrived.</param>
/// <param name="Code">Binance's error code, or null if the response had none.</param>
/// <param name="Text">Binance's error text or the body, or null if there was none.</param>
/// <param name="Failure">The exception that prevented a complete response, or null if there was none.</param>
/// <param name="MayHaveArrived">True if a copy of the request may have reached Binance.</param>
/// <param name="CountsAsOrder">True if the request counts towards the order limits of the account.</param>
internal readonly record struct ResponseFacts(
    HttpStatusCode? Status, int? Code, string? Text, Exception? Failure, bool MayHaveArrived = true, bool CountsAsOrder = false);

/// <summary>Specifies what a call does after a response.</summary>
internal enum NextStep
{
    /// <summary>Look the order up, pause and send again. A request that is not about one order reports the response.</summary>
    LookUp,

    /// <summary>Pause and send again, because the request was not executed and the cause passes.</summary>
    Retry,

    /// <summary>Pause and send again in a call that lasts until its goal is reached. A single request reports the response.</summary>
    Pause,

    /// <summary>Synchronize the clock and send again. A second rejection in a row is retried after a pause.</summary>
    RefreshClock,

    /// <summary>Refresh the credentials and send again, once. Then give up.</summary>
    RefreshKey,

    /// <summary>Send nothing for the time that Binance named.</summary>
    Wait,

    /// <summary>Report the response, because no retry helps.</summary>
    GiveUp,
}
