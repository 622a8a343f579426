using System.Globalization;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>Reads off an exchange and one account of it what the page shows; the newest orders and requests only, so that the page stays quick.</summary>
internal sealed class StateView(SimulatedExchange exchange, SimulatedAccount account)
{
    private const int MostOrders = 200;
    private const int MostRequests = 100;

    public PageState Now(string address)
    {
        IReadOnlyList<SimulatedOrder> orders = account.Orders;
        IReadOnlyList<SimulatedExchangeRecord> journal = exchange.Journal;
        var requests = new RequestReader(account);
        return new PageState(
            exchange.Now,
            HowToUse.For(address, account, orders),
            Limits(),
            [.. exchange.Faults.Armed.Select(armed => new ArmedView(armed.Fault.Name, armed.Left == int.MaxValue ? null : armed.Left, armed.Requests))],
            [.. orders.TakeLast(MostOrders).Reverse().Select(View)],
            orders.Count,
            [.. journal.Index().TakeLast(MostRequests).Reverse().Select(place => requests.Read(place.Index + 1, place.Item))],
            journal.Count);
    }

    private static OrderView View(SimulatedOrder order)
    {
        // Once: between two looks the order may have become something else.
        SimulatedOrderStatus status = order.Status;
        return new OrderView(
            Text(order.AlgoId),
            order.ClientAlgoId,
            order.Symbol,
            order.Market == SimulatedMarket.CoinMargined ? "COIN-M" : null,
            order.Terms.Type,
            order.Terms.Side,
            Text(order.Terms.TriggerPrice),
            order.Terms.ClosePosition ? "whole position" : Text(order.Terms.Quantity),
            status.ToString().ToUpperInvariant(),
            order.ActualOrderId is { } child ? Text(child) : null,
            OrderStep.NamesFrom(status));
    }

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
        yield return new OrderCountView($"Orders in the minute{suffix}", counts.Minute, SimulatedOrderCounts.MinuteLimit);
    }
}
