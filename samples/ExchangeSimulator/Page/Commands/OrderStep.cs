using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>A step that the market, the exchange or the owner can take with an order in a given status.</summary>
internal sealed record OrderStep(string Name, SimulatedOrderStatus From, Action<SimulatedOrder> Apply)
{
    private static readonly OrderStep[] All =
    [
        new("Trigger", SimulatedOrderStatus.New, static order => order.Trigger()),
        new("Begin trigger", SimulatedOrderStatus.New, static order => order.BeginTrigger()),
        new("Expire", SimulatedOrderStatus.New, static order => order.Expire()),
        new("Cancel", SimulatedOrderStatus.New, static order => order.Cancel()),
        new("Complete trigger", SimulatedOrderStatus.Triggering, static order => order.CompleteTrigger()),
        new("Reject", SimulatedOrderStatus.Triggering, static order => order.Reject()),
        new("Fill child", SimulatedOrderStatus.Triggered, static order => order.Finish()),
        new("Cancel child", SimulatedOrderStatus.Triggered, static order => order.Finish(filled: false)),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(static step => step.Name)];

    public static OrderStep? Find(string name) => Array.Find(All, step => step.Name == name);

    public static IReadOnlyList<string> NamesFrom(SimulatedOrderStatus status) => [.. All.Where(step => step.From == status).Select(step => step.Name)];
}
