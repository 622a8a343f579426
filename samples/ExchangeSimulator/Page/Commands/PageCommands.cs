using System.Globalization;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>
/// The commands of the page. Each returns an error, or <see langword="null"/> on success, or throws an <see cref="InvalidCommandException"/>.
/// </summary>
internal sealed class PageCommands(SimulatedExchange exchange, SimulatedAccount account)
{
    private const long MaxRequests = 1000;
    private const double MaxSeconds = 3600;

    private static readonly string[] Methods = ["GET", "POST", "DELETE"];

    /// <summary>Places an order as another program of the account's owner does: by the rules of the exchange, without a recorded request, weight or fault.</summary>
    public PageError? Place(CommandFields fields)
    {
        SimulatedResponse response = exchange.ExecuteFor(account, "POST", "/fapi/v1/algoOrder", PlaceCommand.Read(fields));
        return response.StatusCode == 200 ? null : ExchangeRejection.Read(response);
    }

    /// <summary>Sets the price of a contract. Orders whose condition it meets trigger. Without a mark price, it is the last price.</summary>
    public PageError? SetPrice(CommandFields fields)
    {
        fields.AllowOnly("symbol", "last", "mark");
        exchange.SetPrice(fields.Symbol("symbol"), fields.Decimal("last"), fields.OptionalDecimal("mark"));
        return null;
    }

    /// <summary>Moves an order one step.</summary>
    public PageError? Step(CommandFields fields)
    {
        fields.AllowOnly("algoId", "step");
        long algoId = fields.Whole("algoId", 1, long.MaxValue);
        OrderStep step = OrderStep.Find(fields.OneOf("step", OrderStep.Names))!;
        if (account.FindOrder(algoId) is not { } order)
        {
            return new PageError(404, string.Create(CultureInfo.InvariantCulture, $"algoId must be the id of an order of the account, but was '{algoId}'."), "algoId");
        }

        try
        {
            step.Apply(order);
            return null;
        }
        catch (InvalidOperationException impossible)
        {
            return new PageError(409, impossible.Message);
        }
    }

    /// <summary>Arms a fault for the next requests, of one method or of all. A timed fault has a duration.</summary>
    public PageError? Arm(CommandFields fields)
    {
        fields.AllowOnly("fault", "count", "method", "seconds");
        FaultChoice choice = FaultMenu.Find(fields["fault"] ?? "") ?? throw fields.Invalid("fault", "the name of a fault of GET /simulator/faults");
        long count = fields.Whole("count", 1, MaxRequests, missing: 1);
        double seconds = fields.Seconds("seconds", MaxSeconds, missing: 3);
        SimulatedFaults faults = fields["method"] is null ? exchange.Faults : exchange.Faults.On(fields.OneOf("method", Methods));
        faults.Next((int)count, choice.Create(TimeSpan.FromSeconds(seconds)));
        return null;
    }
}
