using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Finds the order that a call is about.</summary>
internal static class Requested
{
    /// <summary>Returns the order with an id. By client id it is the open one, or the youngest if none is open.</summary>
    public static SimulatedOrder? Find(AlgoOrderId id, IEnumerable<SimulatedOrder> orders) => id switch
    {
        AlgoOrderId.ByAlgoId byAlgoId => orders.FirstOrDefault(order => order.AlgoId == byAlgoId.AlgoId),
        _ => orders.Where(order => order.ClientAlgoId == ClientIdOf(id)).MaxBy(order => (order.IsLive, order.AlgoId)),
    };

    public static string? ClientIdOf(AlgoOrderId id) => (id as AlgoOrderId.ByClientAlgoId)?.ClientAlgoId;
}
