using System.Globalization;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>Reads prices, positions and ordinary orders for the page.</summary>
internal static class MarketViewReader
{
    private const int MaxOrdinary = 50;

    public static MarketView Read(SimulatedExchange exchange, SimulatedAccount account) => new(
        [.. exchange.Prices.Select(price => new PriceView(price.Key, Text(price.Value.Last), Text(price.Value.Mark)))],
        [.. account.Positions.Where(position => position.Quantity != 0).Select(position => View(exchange, position))],
        [.. account.OrdinaryOrders.TakeLast(MaxOrdinary).Reverse().Select(View)]);

    private static PositionView View(SimulatedExchange exchange, SimulatedPosition position)
    {
        decimal mark = exchange.PriceOf(position.Symbol)?.Mark ?? position.EntryPrice;
        return new PositionView(position.Symbol, position.PositionSide, Text(position.Quantity), Text(position.EntryPrice), Text(position.ProfitAt(mark)));
    }

    private static OrdinaryView View(SimulatedOrdinaryOrder order)
    {
        (decimal price, decimal quantity) = order.Status switch
        {
            SimulatedOrdinaryStatus.Filled => (order.AveragePrice, order.ExecutedQuantity),
            _ => (order.Terms.Price, order.Terms.Quantity),
        };
        return new OrdinaryView(
            order.OrderId.ToString(CultureInfo.InvariantCulture),
            order.Parent?.AlgoId.ToString(CultureInfo.InvariantCulture),
            order.Terms.Symbol,
            order.Terms.Side,
            order.Terms.Type,
            Text(price),
            Text(quantity),
            order.Status.ToString().ToUpperInvariant());
    }

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
