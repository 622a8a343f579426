namespace Binance.AlgoOrders.Testing.Internal.Rules;

/// <summary>One of <c>algoId</c> and <c>clientAlgoId</c>, not both.</summary>
internal static class OrderIdRule
{
    public static Refusal? Check(RequestParameters parameters) => (parameters.Has("algoId"), parameters.Has("clientAlgoId")) switch
    {
        (false, false) => Refusal.NeitherId,
        (true, true) => Refusal.BothIds,
        (true, false) when !parameters.TryGetNumber("algoId", out _) => Refusal.MandatoryMissing("algoId"),
        _ => null,
    };

    /// <summary>The order that checked parameters speak of, unless it is not to be seen yet.</summary>
    public static SimulatedOrder? Find(RequestParameters parameters, SimulatedAccount account, DateTimeOffset now)
    {
        SimulatedOrder? order = parameters.TryGetNumber("algoId", out long? algoId)
            ? account.FindOrder(algoId.Value)
            : account.FindOrder(parameters["clientAlgoId"]!);
        return order is null || order.VisibleFrom > now ? null : order;
    }
}
