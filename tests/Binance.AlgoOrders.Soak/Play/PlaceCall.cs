using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.TruthCampaign;

namespace Binance.AlgoOrders.Soak;

/// <summary>A call that places an order.</summary>
internal sealed class PlaceCall(Venue venue, string clientAlgoId) : MadeCall(venue), ICompletedPlace
{
    private const decimal TriggerPrice = 58_000m;
    private const decimal Quantity = 0.010m;

    public string? GivenId => clientAlgoId;

    public AlgoOrder? Placed { get; private set; }

    public int CreatedAtEnd { get; private set; }

    public IReadOnlyList<SimulatedOrder> Created => [.. Venue.Account.Orders.Where(order => order.ClientAlgoId == clientAlgoId)];

    public override SimulatedOrder? Order => Venue.Account.FindOrder(clientAlgoId);

    public override string Method => nameof(AlgoOrderClient.PlaceAsync);

    protected override string SuccessName => "placed";

    public override IReadOnlyList<string> Lies(IEnumerable<RecordedRequest> cancels) => PlaceClaimChecker.FalseClaims(this);

    protected override Task CallAsync(AlgoOrderClient client, CancellationToken cancellationToken) => client.PlaceAsync(
        new NewAlgoOrder.StopMarket(Venue.Symbol, OrderSide.Sell, OrderAmount.Of(Quantity), TriggerPrice) { ClientAlgoId = clientAlgoId },
        cancellationToken);

    protected override void RecordTruth(Task call)
    {
        CreatedAtEnd = Created.Count;
        Placed = ResultOrNull((Task<AlgoOrder>)call);
    }
}
