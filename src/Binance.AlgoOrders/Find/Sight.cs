using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders;

/// <summary>What one look at an order showed.</summary>
internal abstract record Sight
{
    private Sight()
    {
    }

    internal sealed record Seen(AlgoOrder Order) : Sight;

    internal sealed record NotFound(bool AbsentFromOpenOrders) : Sight;

    /// <summary>Nothing could be seen; the attempt says why.</summary>
    internal sealed record Obscured(Attempt Attempt) : Sight;
}
