using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>The commands of the page. Each returns an error, or <see langword="null"/> on success.</summary>
internal sealed class PageCommands(SimulatedExchange exchange, SimulatedAccount account)
{
    private static readonly string[] Methods = ["GET", "POST", "DELETE"];

    public PageError? Place(PlaceCommand command)
    {
        if (command.Validate() is { } problem)
        {
            return new PageError(400, problem);
        }

        try
        {
            account.Place(command.ToTerms());
            return null;
        }
        catch (InvalidOperationException idInUse)
        {
            return new PageError(409, idInUse.Message);
        }
    }

    public PageError? SetPrice(PriceCommand command)
    {
        if (command.Validate() is { } problem)
        {
            return new PageError(400, problem);
        }

        exchange.SetPrice(command.Symbol, command.Last, command.Mark);
        return null;
    }

    public PageError? Step(StepCommand command)
    {
        if (OrderStep.Find(command.Step) is not { } step)
        {
            return new PageError(400, $"The step must be a step of an order, but was '{command.Step}'.");
        }

        if (account.FindOrder(command.AlgoId) is not { } order)
        {
            return new PageError(404, $"There is no order {command.AlgoId}.");
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

    public PageError? Arm(ArmCommand command)
    {
        if (FaultMenu.Find(command.Fault) is not { } choice)
        {
            return new PageError(400, $"The fault must be one of the list, but was '{command.Fault}'.");
        }

        if (command.Count is < 1 or > 1000 || command.Seconds is not (>= 0 and <= 3600))
        {
            return new PageError(400, "A fault must be for 1 to 1000 requests and 0 to 3600 seconds.");
        }

        if (command.Method is { } method && !Methods.Contains(method, StringComparer.Ordinal))
        {
            return new PageError(400, $"The method must be one of {string.Join(", ", Methods)}, but was '{method}'.");
        }

        SimulatedFaults faults = command.Method is null ? exchange.Faults : exchange.Faults.On(command.Method);
        faults.Next(command.Count, choice.Create(TimeSpan.FromSeconds(command.Seconds)));
        return null;
    }
}
