using System.Globalization;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>Reads the state of an exchange and of one account for the page. It reads only the newest orders, events and requests, so that the page stays fast.</summary>
internal sealed class StateView(SimulatedExchange exchange, SimulatedAccount account)
{
    private const int MaxOrders = 200;
    private const int MaxEvents = 50;
    private const int MaxRequests = 100;

    public PageState Now(string address)
    {
        IReadOnlyList<SimulatedOrder> orders = account.Orders;
        IReadOnlyList<RecordedEvent> pushed = account.PushedEvents;
        long received = exchange.RequestCount;
        IReadOnlyList<RecordedRequest> recorded = exchange.RequestsFrom(Math.Max(0, received - MaxRequests));
        var reader = new RequestViewReader(account);
        return new PageState(
            exchange.Now,
            ConnectionGuide.For(address, account, account.LiveOrders),
            MarketViewReader.Read(exchange, account),
            account.IsHedgeMode,
            Limits(),
            [.. exchange.Faults.Armed.Select(View)],
            [.. orders.TakeLast(MaxOrders).Reverse().Select(View)],
            orders.Count,
            [.. pushed.TakeLast(MaxEvents).Reverse().Select(EventViewReader.Read)],
            pushed.Count == 0 ? 0 : pushed[^1].Number,
            [.. recorded.TakeLast(MaxRequests).Reverse().Select(reader.Read)],
            received);
    }

    private static ArmedView View(ArmedFault armed) =>
        new(armed.Fault.Name, armed.Remaining == int.MaxValue ? null : armed.Remaining, armed.Requests);

    private static OrderView View(SimulatedOrder order)
    {
        // Read once, because the status may change between two reads.
        SimulatedOrderStatus status = order.Status;
        return new OrderView(
            Text(order.AlgoId),
            order.ClientAlgoId,
            order.Symbol,
            MarketOf(order),
            order.Terms.Type,
            order.Terms.Side,
            TriggerOf(order),
            QuantityOf(order),
            status.ToString().ToUpperInvariant(),
            order.ActualOrderId?.ToString(CultureInfo.InvariantCulture),
            OrderStep.NamesFrom(status));
    }

    private static string? MarketOf(SimulatedOrder order) => order.Market == SimulatedMarket.CoinMargined ? "COIN-M" : null;

    private static string TriggerOf(SimulatedOrder order) =>
        order.Terms.CallbackRate is { } rate ? $"{Text(rate)} % back" : Text(order.Terms.TriggerPrice);

    private static string QuantityOf(SimulatedOrder order) => order.Terms.ClosePosition ? "whole position" : Text(order.Terms.Quantity);

    private static string Text(IFormattable number) => number.ToString(format: null, CultureInfo.InvariantCulture);

    private LimitsView Limits() => new(
        exchange.UsedWeight,
        exchange.WeightLimit,
        [.. Counts(SimulatedMarket.UsdMargined, ""), .. Counts(SimulatedMarket.CoinMargined, ", COIN-M").Where(count => count.Used > 0)],
        exchange.BannedUntil is { } end ? Math.Max(0, (end - exchange.Now).TotalSeconds) : 0,
        exchange.LimitViolations,
        exchange.RequestsDuringBan);

    private IEnumerable<OrderCountView> Counts(SimulatedMarket market, string suffix)
    {
        SimulatedOrderCounts counts = account.CountOrders(market);
        yield return new OrderCountView($"Orders in 10 s{suffix}", counts.TenSeconds, SimulatedOrderCounts.TenSecondsLimit);
        yield return new OrderCountView($"Orders in this minute{suffix}", counts.Minute, SimulatedOrderCounts.MinuteLimit);
    }
}
