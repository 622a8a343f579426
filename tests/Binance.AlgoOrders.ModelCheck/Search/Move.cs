namespace Binance.AlgoOrders.ModelCheck;

/// <summary>A move of the adversary or of time.</summary>
/// <param name="Kind">The kind of move.</param>
/// <param name="Subject">The copy, order or response that is moved.</param>
/// <param name="Value">The lag, status or error.</param>
internal readonly record struct Move(MoveKind Kind, byte Subject = 0, byte Value = 0);

/// <summary>Specifies a kind of move.</summary>
internal enum MoveKind : byte
{
    /// <summary>One tick passes.</summary>
    Tick,

    /// <summary>The exchange executes a copy of a cancel whose response is awaited.</summary>
    Execute,

    /// <summary>The exchange executes a copy of a cancel whose response is not awaited any more.</summary>
    ExecuteLate,

    /// <summary>The response arrives.</summary>
    Deliver,

    /// <summary>The response is lost.</summary>
    Lose,

    /// <summary>The request is refused.</summary>
    Refuse,

    /// <summary>A handler of the host sends the request once more.</summary>
    Duplicate,

    /// <summary>The client sends another copy of a cancel because no response came in time.</summary>
    Hedge,

    /// <summary>No copy of a cancel gets a response.</summary>
    LoseAll,

    /// <summary>The exchange processes a query or a list whose response is late.</summary>
    Process,

    /// <summary>The response to a query or a list arrives.</summary>
    Respond,

    /// <summary>Binance's clock is read.</summary>
    ReadClock,

    /// <summary>Binance's clock cannot be read.</summary>
    LoseClock,

    /// <summary>The market or another party changes an order.</summary>
    Change,

    /// <summary>Another party places an order with the same client id.</summary>
    Replace,

    /// <summary>Requests reach a replica that does not know a young order yet.</summary>
    Hide,

    /// <summary>Binance forgets an old order that ended without a trade.</summary>
    Forget,

    /// <summary>The user places the next order after the call has returned.</summary>
    PlaceNext,
}
