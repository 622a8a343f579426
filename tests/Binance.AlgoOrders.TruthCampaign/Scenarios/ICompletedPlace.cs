using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>The result of a placement, and the orders that the exchange placed for it.</summary>
internal interface ICompletedPlace : ICompletedCall
{
    /// <summary>The client id of the request, or null for none.</summary>
    string? GivenId { get; }

    AlgoOrder? Placed { get; }

    /// <summary>The number of orders that this call had placed by its end.</summary>
    int CreatedAtEnd { get; }

    /// <summary>Every order that this call has placed so far.</summary>
    IReadOnlyList<SimulatedOrder> Created { get; }
}
