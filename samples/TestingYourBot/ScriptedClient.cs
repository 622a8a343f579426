namespace Binance.AlgoOrders.Samples;

/// <summary>A client that returns the outcome of a test and records its calls. It overrides the methods that the bot uses. The others would throw.</summary>
internal sealed class ScriptedClient(ReplaceAlgoOrderOutcome outcome) : AlgoOrderClient
{
    public List<NewAlgoOrder> Placed { get; } = [];

    public List<ReplaceAlgoOrderRequest> Replaced { get; } = [];

    public override Task<AlgoOrder> PlaceAsync(NewAlgoOrder order, CancellationToken cancellationToken = default)
    {
        Placed.Add(order);
        return Task.FromResult(new AlgoOrder { AlgoId = Placed.Count, Status = AlgoOrderStatus.New });
    }

    public override Task<ReplaceAlgoOrderOutcome> ReplaceAsync(ReplaceAlgoOrderRequest request, CancellationToken cancellationToken = default)
    {
        Replaced.Add(request);
        return Task.FromResult(outcome);
    }
}
