namespace Binance.AlgoOrders.Streams.Internal.Ordering;

/// <summary>Compares ids with orders.</summary>
internal static class IdMatch
{
    /// <summary>Returns true if the id identifies the order.</summary>
    public static bool Matches(this AlgoOrderId id, AlgoOrder order) => id switch
    {
        AlgoOrderId.ByAlgoId { AlgoId: var algoId } => order.AlgoId == algoId,
        AlgoOrderId.ByClientAlgoId { ClientAlgoId: var clientAlgoId } => order.ClientAlgoId == clientAlgoId,
        _ => false,
    };
}
