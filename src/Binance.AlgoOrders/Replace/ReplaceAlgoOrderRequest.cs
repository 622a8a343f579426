using System.Runtime.CompilerServices;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>
/// Describes the replacement of one algo order by another one of the same contract and side, and the limits of the call. Immutable. A request is for one
/// call, because its replacement is one order.
/// </summary>
public sealed record ReplaceAlgoOrderRequest
{
    private ReplaceAlgoOrderRequest(AlgoOrderId currentId, AlgoOrder? current, NewAlgoOrder replacement)
    {
        ArgumentNullException.ThrowIfNull(replacement);
        (CurrentId, Current, Replacement) = (currentId, current, replacement);
    }

    /// <summary>
    /// Creates a request for an order that was read or placed before. This is the surest and cheapest way, because the terms of the order are known: they decide
    /// about the sequence, and restore the order if the replacement is refused.
    /// </summary>
    /// <param name="current">The order to replace. Its <see cref="AlgoOrder.AlgoId"/> must be greater than zero.</param>
    /// <param name="replacement">The order to place instead.</param>
    /// <exception cref="ArgumentNullException">One of the arguments is null.</exception>
    /// <exception cref="ArgumentException">
    /// The current order has no <c>algoId</c>, or the replacement has the same client id, another symbol, another side or another position side.
    /// </exception>
    public static ReplaceAlgoOrderRequest For(AlgoOrder current, NewAlgoOrder replacement)
    {
        AlgoOrderId id = CancelAlgoOrderRequest.For(current).Id;
        var request = new ReplaceAlgoOrderRequest(id, current, replacement);
        RequireSame("symbol", current.Symbol, replacement.Symbol);
        RequireSame("side", current.Side, replacement.Side);
        RequireSame("positionSide", current.PositionSide, replacement.Position.Side);
        RequireOwnId(current.ClientAlgoId, replacement);
        return request;
    }

    /// <summary>
    /// Creates a request for the order with an id. The call first reads the open orders of the replacement's symbol (weight 1), to know the terms of the order.
    /// </summary>
    /// <param name="currentId">The id of the order to replace.</param>
    /// <param name="replacement">The order to place instead. It must be of the same contract and side as the current order.</param>
    /// <exception cref="ArgumentNullException">One of the arguments is null.</exception>
    /// <exception cref="ArgumentException">The replacement has the same client id.</exception>
    public static ReplaceAlgoOrderRequest ById(AlgoOrderId currentId, NewAlgoOrder replacement)
    {
        ArgumentNullException.ThrowIfNull(currentId);
        var request = new ReplaceAlgoOrderRequest(currentId, current: null, replacement);
        RequireOwnId((currentId as AlgoOrderId.ByClientAlgoId)?.ClientAlgoId, replacement);
        return request;
    }

    /// <summary>Gets the id of the order to replace.</summary>
    public AlgoOrderId CurrentId { get; }

    /// <summary>Gets the order to replace, or null if the request has only its id.</summary>
    public AlgoOrder? Current { get; }

    /// <summary>
    /// Gets the order to place. Its <see cref="NewAlgoOrder.Timeout"/> does not count, because one time limit is for the whole call.
    /// </summary>
    public NewAlgoOrder Replacement { get; }

    /// <summary>Gets the order of the requests. Default <see cref="ReplaceSequence.Automatic"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public ReplaceSequence Sequence { get; init => field = Guard.Defined(value, "Sequence"); }

    /// <summary>
    /// Gets the quantity of the bridge in units of the base asset, or null for no bridge: usually the size of the position. Greater than zero. It counts only for
    /// <see cref="ReplaceSequence.Bridge"/> and <see cref="ReplaceSequence.Automatic"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public decimal? BridgeQuantity { get; init => field = Guard.Positive(value, "BridgeQuantity"); }

    /// <summary>
    /// True if an order with the terms of the current one is placed again when the current one was canceled and the replacement is refused. Default true. A
    /// trailing stop starts anew. An order that Binance refuses, for example because it would trigger at once, is not restored.
    /// </summary>
    public bool RestoreOnRefusal { get; init; } = true;

    /// <summary>
    /// Gets the time limit of the whole call. Greater than zero and at most 10 minutes, or null for twice <see cref="AlgoOrderClientOptions.Timeout"/>, because a
    /// replacement places one order and cancels another one.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public TimeSpan? Timeout { get; init => field = Guard.Timeout(value); }

    /// <summary>Returns the reason why the members exclude each other, or null if they do not.</summary>
    internal string? Validate() => Sequence switch
    {
        ReplaceSequence.Bridge when BridgeQuantity is null => "BridgeQuantity must be set for the sequence Bridge, but was null.",
        ReplaceSequence.Bridge when !Replacement.ClosesPosition => "The replacement must close the position for the sequence Bridge, but has a quantity. Two such orders may be open at once.",
        _ => null,
    };

    /// <summary>Returns the sequence of the call.</summary>
    /// <param name="current">The current order as it was last seen, or null if it is not known.</param>
    internal ReplaceSequence ChooseSequence(AlgoOrder? current) => current switch
    {
        _ when Sequence != ReplaceSequence.Automatic => Sequence,

        // An order that is not open may have triggered. Another one must not follow it.
        null or { Status.Known: not AlgoOrderStatus.New } => ReplaceSequence.CancelFirst,
        _ when !IsRefusedBeside(current) => ReplaceSequence.PlaceFirst,
        _ when BridgeQuantity is not null => ReplaceSequence.Bridge,
        _ => ReplaceSequence.CancelFirst,
    };

    // Binance refuses a second open order that closes the position in the same way.
    private bool IsRefusedBeside(AlgoOrder current) => Replacement.ClosesPosition && current is { ClosePosition: true } && current.OrderType == Replacement.Type;

    private static void RequireOwnId(string? current, NewAlgoOrder replacement, [CallerArgumentExpression(nameof(replacement))] string argument = "")
    {
        if (current == replacement.ClientAlgoId)
        {
            throw new ArgumentException($"The replacement must have a client id of its own, but both orders have '{current}'.", argument);
        }
    }

    private static void RequireSame(string wireName, string? current, string replacement)
    {
        if (current is not null && current != replacement)
        {
            throw new ArgumentException($"{wireName} of the replacement must be {current}, as of the current order, but was {replacement}.", nameof(replacement));
        }
    }

    private static void RequireSame<TEnum>(string wireName, WireValue<TEnum>? current, TEnum replacement)
        where TEnum : struct, Enum
    {
        if (current?.Known is { } known && !EqualityComparer<TEnum>.Default.Equals(known, replacement))
        {
            throw new ArgumentException($"{wireName} of the replacement must be {known}, as of the current order, but was {replacement}.", nameof(replacement));
        }
    }
}
