using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.TruthCampaign;

namespace Binance.AlgoOrders.Tests.Replace;

/// <summary>One replacement in a world of faults, lagging views and market moves, all drawn from a seed.</summary>
internal sealed class ReplaceScenario : IDisposable
{
    private static readonly TimeSpan AfterReturn = TimeSpan.FromMinutes(2);

    private readonly Dice _dice;
    private readonly TestVenue _venue = new();
    private readonly HashSet<SimulatedOrder> _endedByMarket = [];
    private readonly List<ITimer> _timers = [];

    public ReplaceScenario(int seed, int scenario)
    {
        _dice = new Dice(seed, scenario);
        ClosesPosition = _dice.Chance(0.5);
        Old = _venue.Account.Place(new SimulatedOrderTerms
        {
            TriggerPrice = 58_000m,
            Quantity = ClosesPosition ? 0 : 0.01m,
            ClosePosition = ClosesPosition,
            ReduceOnly = !ClosesPosition,
            ClientAlgoId = "old-stop",
        });
    }

    public bool ClosesPosition { get; }

    public SimulatedOrder Old { get; }

    public SimulatedOrder? New => _venue.Account.FindOrder("new-stop");

    /// <summary>Gets the orders of the call that are neither the current one nor the replacement.</summary>
    public IEnumerable<SimulatedOrder> Others => _venue.Account.Orders.Where(order => order.ClientAlgoId is not ("old-stop" or "new-stop"));

    public IReadOnlyList<SimulatedOrder> NewOrders => [.. _venue.Account.Orders.Where(order => order.ClientAlgoId == "new-stop")];

    public DateTimeOffset ReturnedAt { get; private set; }

    /// <summary>Gets the orders that were live when the call returned.</summary>
    public IReadOnlyList<SimulatedOrder> LiveAtReturn { get; private set; } = [];

    /// <summary>Gets the orders that requests have placed or canceled after the return, with their times.</summary>
    public IReadOnlyList<DateTimeOffset> ExecutedAfterReturn { get; private set; } = [];

    public ReplaceSequence Sequence { get; private set; }

    public bool WasEndedByMarket(SimulatedOrder? order) => order is not null && _endedByMarket.Contains(order);

    public bool WasLiveAtReturn(SimulatedOrder? order) => order is not null && LiveAtReturn.Contains(order);

    public async Task<ReplaceAlgoOrderOutcome> RunAsync(CancellationToken cancellationToken)
    {
        AlgoOrder current = (await _venue.Time.RunAsync(_venue.Client.FindAsync(AlgoOrderId.FromAlgoId(Old.AlgoId), cancellationToken)))!;
        _venue.Time.Advance(_dice.Seconds(1, 10));
        SetViews();
        SetFaults();
        ReplaceAlgoOrderRequest request = CreateRequest(current);
        ScheduleMarket();
        ReplaceAlgoOrderOutcome outcome = await _venue.Time.RunAsync(_venue.Client.ReplaceAsync(request, cancellationToken));

        ReturnedAt = _venue.Exchange.Now;
        LiveAtReturn = _venue.Account.LiveOrders;
        _timers.ForEach(static timer => timer.Dispose());
        _venue.Time.Advance(AfterReturn);
        ExecutedAfterReturn =
        [
            .. _venue.Account.Orders.Select(order => order.CreatedAt).Where(at => at > ReturnedAt),
            .. LiveAtReturn.Where(order => !order.IsLive).Select(order => order.UpdatedAt),
        ];
        return outcome;
    }

    public void Dispose() => _venue.Dispose();

    private TimeSpan Seconds(double most) => _dice.Seconds(0, most);

    private void SetViews()
    {
        if (_dice.Chance(0.5))
        {
            _venue.Exchange.PlacementViewDelays = new SimulatedViewDelays { Query = Seconds(1.9), Cancel = Seconds(1.9), List = Seconds(1.9) };
            _venue.Exchange.QueryStatusDelay = Seconds(1.9);
        }
    }

    private void SetFaults()
    {
        Fault[] faults =
        [
            Fault.ExecuteThenDrop, Fault.DropBeforeExecuting, Fault.ConnectionRefused, Fault.LateExecution(Seconds(4.5)), Fault.LateExecution(Seconds(4.5)),
            Fault.UnknownError503(executed: true), Fault.UnknownError503(executed: false), Fault.Throttled1008, Fault.Timestamp1021, Fault.HtmlBadGateway502(executed: true),
            Fault.HtmlBadGateway502(executed: false), Fault.DelayBeforeExecuting(Seconds(3)), Fault.DelayBeforeResponding(Seconds(3)),
        ];
        if (_dice.Chance(0.8))
        {
            _venue.Exchange.Faults.Randomly(_dice.Below(70) / 100.0, _dice.Below(int.MaxValue), faults);
        }

        // The order is refused by the price, as is the current one below its own trigger.
        int price = _dice.Below(5);
        if (price < 2)
        {
            _venue.Exchange.SetPrice("BTCUSDT", price == 0 ? 58_500m : 57_500m);

            // Every view shows what the price has triggered before.
            _venue.Time.Advance(TimeSpan.FromSeconds(2));
        }
    }

    private ReplaceAlgoOrderRequest CreateRequest(AlgoOrder current)
    {
        NewAlgoOrder replacement = new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, ClosesPosition ? OrderAmount.ClosePosition : OrderAmount.Of(0.01m), 59_000m)
        {
            ClientAlgoId = "new-stop",
            Position = OrderPosition.OneWay(reduceOnly: !ClosesPosition),
        };
        AlgoOrderId[] ids = [AlgoOrderId.FromAlgoId(Old.AlgoId), AlgoOrderId.FromClientAlgoId("old-stop")];
        ReplaceAlgoOrderRequest request = _dice.Chance(0.6) ? ReplaceAlgoOrderRequest.For(current, replacement) : ReplaceAlgoOrderRequest.ById(_dice.OneOf(ids), replacement);
        ReplaceSequence[] sequences = ClosesPosition
            ? [ReplaceSequence.Automatic, ReplaceSequence.PlaceFirst, ReplaceSequence.CancelFirst, ReplaceSequence.Bridge]
            : [ReplaceSequence.Automatic, ReplaceSequence.PlaceFirst, ReplaceSequence.CancelFirst];
        Sequence = _dice.OneOf(sequences);
        return request with
        {
            Sequence = Sequence,
            BridgeQuantity = Sequence == ReplaceSequence.Bridge || _dice.Chance(0.5) ? 0.02m : null,
            RestoreOnRefusal = _dice.Chance(0.8),
            Timeout = _dice.Seconds(1, 40),
        };
    }

    private void ScheduleMarket()
    {
        int moves = _dice.Below(3);
        for (int i = 0; i < moves; i++)
        {
            _timers.Add(_venue.Time.CreateTimer(_ => MoveMarket(), null, Seconds(_dice.Chance(0.7) ? 0.5 : 8), Timeout.InfiniteTimeSpan));
        }
    }

    private void MoveMarket()
    {
        SimulatedOrder[] open = [.. _venue.Account.Orders.Where(order => order.Status == SimulatedOrderStatus.New)];
        if (open.Length == 0)
        {
            return;
        }

        SimulatedOrder order = _dice.OneOf(open);
        _endedByMarket.Add(order);
        switch (_dice.Below(6))
        {
            case 0:
                order.Cancel();
                break;
            case 1:
                order.Expire();
                break;
            case 2:
                order.Vanish();
                break;
            default:
                order.Trigger();
                break;
        }
    }
}
