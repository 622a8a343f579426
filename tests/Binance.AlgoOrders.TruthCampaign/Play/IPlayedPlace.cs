using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>What was said of a new order, and what the exchange placed for it.</summary>
internal interface IPlayedPlace : IPlayed
{
    /// <summary>The client id that the caller gave the order; null: none.</summary>
    string? GivenId { get; }

    AlgoOrder? Placed { get; }

    /// <summary>How many orders this call had placed by its end.</summary>
    int CreatedAtEnd { get; }

    /// <summary>Every order that this call has placed by now.</summary>
    IReadOnlyList<SimulatedOrder> Created { get; }
}
