using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>What can be done by a click; each says why it was not done, or <see langword="null"/>.</summary>
internal sealed class PageCommands(SimulatedExchange exchange, SimulatedAccount account)
{
    private static readonly string[] Methods = ["GET", "POST", "DELETE"];

    public PageRefusal? Place(PlaceCommand command)
    {
        if (command.Check() is { } problem)
        {
            return new PageRefusal(400, problem);
        }

        try
        {
            account.Place(command.ToTerms());
            return null;
        }
        catch (InvalidOperationException taken)
        {
            return new PageRefusal(409, taken.Message);
        }
    }

    public PageRefusal? Step(StepCommand command)
    {
        if (OrderStep.Find(command.Step) is not { } step)
        {
            return new PageRefusal(400, $"'{command.Step}' is no step of an order.");
        }

        if (account.FindOrder(command.AlgoId) is not { } order)
        {
            return new PageRefusal(404, $"There is no order {command.AlgoId}.");
        }

        try
        {
            step.Take(order);
            return null;
        }
        catch (InvalidOperationException impossible)
        {
            return new PageRefusal(409, impossible.Message);
        }
    }

    public PageRefusal? Arm(ArmCommand command)
    {
        if (FaultMenu.Find(command.Fault) is not { } choice)
        {
            return new PageRefusal(400, $"'{command.Fault}' is no fault of the menu.");
        }

        if (command.Count is < 1 or > 1000 || command.Seconds is not (>= 0 and <= 3600))
        {
            return new PageRefusal(400, "A fault strikes 1 to 1000 requests, for 0 to 3600 seconds.");
        }

        if (command.Method is { } method && !Methods.Contains(method, StringComparer.Ordinal))
        {
            return new PageRefusal(400, $"'{method}' is none of {string.Join(", ", Methods)}.");
        }

        SimulatedFaults faults = command.Method is null ? exchange.Faults : exchange.Faults.On(command.Method);
        faults.Next(command.Count, choice.Make(TimeSpan.FromSeconds(command.Seconds)));
        return null;
    }
}
