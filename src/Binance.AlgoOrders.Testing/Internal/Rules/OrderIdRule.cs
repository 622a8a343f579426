using Binance.AlgoOrders.Testing.Internal.Endpoints;

namespace Binance.AlgoOrders.Testing.Internal.Rules;

/// <summary>One of <c>algoId</c> and <c>clientAlgoId</c>, not both; and the order that it stands for.</summary>
internal static class OrderIdRule
{
    /// <summary>Answers about the one order that is asked for.</summary>
    /// <param name="call">The request.</param>
    /// <param name="unknown">When there is no such order.</param>
    /// <param name="hide">Why this order is answered as if it did not exist; <see langword="null"/>: it is not.</param>
    /// <param name="answer">The JSON about the order.</param>
    public static Judgement Resolve(
        EndpointCall call, Refusal unknown, Func<SimulatedOrder, string?> hide, Func<SimulatedOrder, ReadOnlyMemory<byte>> answer)
    {
        if (Check(call.Parameters) is { } refusal)
        {
            return Judgement.Of(refusal);
        }

        SimulatedOrder? order = Find(call);
        string? why = order is null ? "This account has no such order, or it is not to be seen yet." : hide(order);
        return order is null || why is not null
            ? Judgement.Of(unknown with { Why = why }, order)
            : new Judgement(answer(order), Order: order);
    }

    private static Refusal? Check(RequestParameters parameters) => (parameters.Has("algoId"), parameters.Has("clientAlgoId")) switch
    {
        (false, false) => Refusal.NeitherId,
        (true, true) => Refusal.BothIds,
        (true, false) when !parameters.TryGetNumber("algoId", out _) => Refusal.MandatoryMissing("algoId"),
        _ => null,
    };

    private static SimulatedOrder? Find(EndpointCall call)
    {
        SimulatedOrder? order = call.Parameters.TryGetNumber("algoId", out long? algoId)
            ? call.Orders.Find(algoId.Value)
            : call.Orders.Find(call.Parameters["clientAlgoId"]!);
        return order is null || order.VisibleFrom > call.Now ? null : order;
    }
}
