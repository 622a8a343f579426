using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>
/// Moves the prices beyond every trigger price after all calls and their late requests, so that each live order trades if it can. The account has its positions
/// of the start again, because the orders were placed to protect them.
/// </summary>
internal sealed class FinalPriceMove
{
    // A trailing stop that sells is activated by the second price and triggered by the third, one that buys by the first and the second.
    private static readonly decimal[] Prices = [0.0001m, 1_000_000m, 0.0001m];

    private readonly HashSet<SimulatedOrder> _waiting;
    private readonly HashSet<string> _closed = new(StringComparer.Ordinal);

    private FinalPriceMove(IEnumerable<SimulatedOrder> orders) => _waiting = [.. orders.Where(static order => order.Status == SimulatedOrderStatus.New)];

    public static FinalPriceMove Run(ScenarioPlan plan, SimulatedExchange exchange, SimulatedAccount account)
    {
        var move = new FinalPriceMove(account.Orders);
        MarketSchedule.SetPositions(plan with { HasMargin = true }, account);
        foreach (decimal price in Prices)
        {
            foreach (MarketPlan market in plan.Markets)
            {
                exchange.SetPrice(market.Symbol, price);
                move.TrackPosition(market, account.PositionOf(market.Symbol));
            }
        }

        return move;
    }

    /// <summary>Returns true if the order was NEW before the move.</summary>
    public bool WasWaiting(SimulatedOrder order) => _waiting.Contains(order);

    /// <summary>Returns true if the order was NEW before the move and traded in it.</summary>
    public bool HasTraded(SimulatedOrder order) => WasWaiting(order) && order.IsFilled;

    /// <summary>Returns true if the position was closed or reversed, by whatever order.</summary>
    public bool WasClosed(string symbol) => _closed.Contains(symbol);

    // Partial orders trade far less than half of the position. An order of the other side may trade after the one that closed it.
    private void TrackPosition(MarketPlan market, SimulatedPosition position)
    {
        if (position.Quantity / market.Position < 0.5m)
        {
            _closed.Add(market.Symbol);
        }
    }
}
