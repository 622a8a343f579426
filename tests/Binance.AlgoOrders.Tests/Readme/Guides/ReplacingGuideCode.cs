namespace Binance.AlgoOrders.Tests.Readme.Guides;

/// <summary>The C# blocks of the guide to moving a stop.</summary>
public static class ReplacingGuideCode
{
    public static async Task<string> MoveAsync(AlgoOrderClient client, AlgoOrder stop)
    {
        var higher = new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.Of(0.010m), triggerPrice: 59_000m)
        {
            Position = OrderPosition.OneWay(reduceOnly: true),
        };
        ReplaceAlgoOrderOutcome outcome = await client.ReplaceAsync(ReplaceAlgoOrderRequest.For(stop, higher));
        string next = outcome.Match(
            replaced => $"The stop is at {replaced.Placed.TriggerPrice}.",
            kept => $"The stop stays at {kept.Current.TriggerPrice}.",
            restored => $"The stop is at {restored.Order.TriggerPrice} again.",
            unprotected => "Close the position, or place another stop now.",
            currentTriggered => $"The stop has fired. Its child order is {currentTriggered.Order.ActualOrderId}.",
            both => $"Cancel {both.Placed.ClientAlgoId} or {both.Current.ClientAlgoId}.",
            unknown => "Look both orders up.");
        return next;
    }

    public static async Task<bool> ConfirmAsync(AlgoOrderClient client, NewAlgoOrder higher)
    {
        PlaceAlgoOrderOutcome placed = await client.EnsurePlacedAsync(higher);
        bool isLive = placed is PlaceAlgoOrderOutcome.Resting;
        return isLive;
    }
}
