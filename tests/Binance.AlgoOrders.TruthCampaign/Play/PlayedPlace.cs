using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>A call that places an order, and what the client said of it.</summary>
internal sealed class PlayedPlace(PlacePlan plan, NewAlgoOrder order, SimulatedAccount account, TimeSpan timeout, Stage stage)
    : PlayedTask(stage, timeout, plan.StartsAt, plan.GivesUpAfter), IPlayedPlace
{
    public PlacePlan Plan => plan;

    /// <summary>As it was given to the client.</summary>
    public NewAlgoOrder Order => order;

    public string? GivenId => order.ClientAlgoId;

    public AlgoOrder? Placed { get; private set; }

    /// <summary>How many orders this call had placed by its end.</summary>
    public int CreatedAtEnd { get; private set; }

    /// <summary>Every order that this call has placed by now, told by the price that no other has.</summary>
    public IReadOnlyList<SimulatedOrder> Created =>
        [.. account.Orders.Where(created => created.Terms.TriggerPrice == plan.Tag || created.Terms.ActivatePrice == plan.Tag)];

    protected override Task CallAsync(AlgoOrderClient client, CancellationToken cancellationToken) => client.PlaceAsync(order, cancellationToken);

    protected override void NoteTruth(Task call)
    {
        CreatedAtEnd = Created.Count;
        Placed = call is Task<AlgoOrder> { IsCompletedSuccessfully: true } placed ? placed.GetAwaiter().GetResult() : null;
    }
}
