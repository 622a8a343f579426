namespace Binance.AlgoOrders.Samples;

/// <summary>A client that returns the outcome of a test and records its calls. It overrides the methods that the bot uses. The others would throw.</summary>
internal sealed class ScriptedClient(CancelAlgoOrderOutcome outcome) : AlgoOrderClient
{
    public List<NewAlgoOrder> Placed { get; } = [];

    public List<AlgoOrderId> Canceled { get; } = [];

    public override Task<AlgoOrder> PlaceAsync(NewAlgoOrder order, CancellationToken cancellationToken = default)
    {
        Placed.Add(order);
        return Task.FromResult(new AlgoOrder { AlgoId = Placed.Count, Status = AlgoOrderStatus.New });
    }

    public override Task<CancelAlgoOrderOutcome> EnsureCanceledAsync(CancelAlgoOrderRequest request, CancellationToken cancellationToken = default)
    {
        Canceled.Add(request.Id);
        return Task.FromResult(outcome);
    }
}
