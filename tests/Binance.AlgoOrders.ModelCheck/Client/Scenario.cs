namespace Binance.AlgoOrders.ModelCheck;

/// <summary>A request and the age of its order.</summary>
/// <param name="Name">The request in a few words.</param>
/// <param name="IsByClientId">True if the request has the client id of both orders.</param>
/// <param name="HasSymbol">True if the request has a symbol.</param>
/// <param name="IsForOrder">True if the request was created for an order that was live when the caller saw it.</param>
/// <param name="Mode">What the call begins with.</param>
/// <param name="IsOld">True if the first order was placed more than 3 days ago.</param>
internal sealed record Scenario(string Name, bool IsByClientId, bool HasSymbol, bool IsForOrder = false, CancelMode Mode = CancelMode.Cancel, bool IsOld = false)
{
    public const string Symbol = "BTCUSDT";
    public const string ClientId = "stop";

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("by algoId", IsByClientId: false, HasSymbol: false),
        new("by algoId with symbol", IsByClientId: false, HasSymbol: true),
        new("by client id", IsByClientId: true, HasSymbol: false),
        new("by client id with symbol", IsByClientId: true, HasSymbol: true),
        new("for a young order", IsByClientId: false, HasSymbol: true, IsForOrder: true),
        new("for an old order", IsByClientId: false, HasSymbol: true, IsForOrder: true, IsOld: true),
        new("for an old order without symbol", IsByClientId: false, HasSymbol: false, IsForOrder: true, IsOld: true),
        new("by the algoId of an old order with symbol", IsByClientId: false, HasSymbol: true, IsOld: true),
        new("by the client id of an old order with symbol", IsByClientId: true, HasSymbol: true, IsOld: true),
        new("for a young order after a cancel of all orders", IsByClientId: false, HasSymbol: true, IsForOrder: true, CancelMode.LookUpFirst),
        new("for an old order after a cancel of all orders", IsByClientId: false, HasSymbol: true, IsForOrder: true, CancelMode.LookUpFirst, IsOld: true),
        new("lookup by algoId", IsByClientId: false, HasSymbol: true, Mode: CancelMode.LookUpOnly),
        new("lookup by client id", IsByClientId: true, HasSymbol: true, Mode: CancelMode.LookUpOnly),
        new("lookup of a young order", IsByClientId: false, HasSymbol: true, IsForOrder: true, CancelMode.LookUpOnly),
        new("lookup of an old order", IsByClientId: false, HasSymbol: true, IsForOrder: true, CancelMode.LookUpOnly, IsOld: true),
    ];

    /// <summary>Returns the time at which an order was placed.</summary>
    public DateTimeOffset CreateTimeOf(int order, int placedAt)
    {
        if (order == 0)
        {
            return IsOld ? Bounds.Epoch.AddDays(-10) : Bounds.Epoch.AddSeconds(-2);
        }

        return Bounds.Epoch + Bounds.Ticks(placedAt);
    }

    public CancelAlgoOrderRequest CreateRequest() => CreateCancel() with { Mode = Mode };

    private CancelAlgoOrderRequest CreateCancel()
    {
        string? symbol = HasSymbol ? Symbol : null;
        if (IsForOrder)
        {
            return CancelAlgoOrderRequest.For(OrderSnapshots.Create(this, order: 0, OrderState.Placed(OrderStatus.New, OrderState.BeforeCall, default))) with { Symbol = symbol };
        }

        CancelAlgoOrderRequest request = IsByClientId ? CancelAlgoOrderRequest.ByClientAlgoId(ClientId) : CancelAlgoOrderRequest.ByAlgoId(OrderSnapshots.AlgoIdOf(0));
        return request with { Symbol = symbol };
    }
}
