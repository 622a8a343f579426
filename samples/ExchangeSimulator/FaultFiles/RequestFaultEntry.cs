using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>An entry whose fault applies to requests.</summary>
internal static class RequestFaultEntry
{
    private static readonly string[] Methods =
    [
        "GET", "POST", "PUT", "DELETE",
        "algoOrder.place", "algoOrder.cancel", "session.logon", "session.status", "session.logout", "time", "ping",
    ];

    /// <summary>Returns the function that arms the fault.</summary>
    public static Action<SimulatedExchange> Read(FaultMembers members)
    {
        members.AllowOnly("fault", "operation", "method", "path", "count", "after", "seconds");
        Fault fault = ReadFault(members);
        int count = members.Number("count", least: 1, missing: 1);
        int after = members.Number("after", least: 0, missing: 0);
        Func<SimulatedFaults, SimulatedFaults> restrict = ReadTarget(members);
        return exchange => restrict(exchange.Faults).After(after).Next(count, fault);
    }

    private static Fault ReadFault(FaultMembers members)
    {
        FaultChoice choice = FaultMenu.Find(members.OneOf("fault", FaultMenu.All.Select(static choice => choice.Name))!)!;
        TimeSpan? duration = members.Seconds();
        if (choice.IsTimed != duration.HasValue)
        {
            string rule = choice.IsTimed ? "must" : "must not";
            throw new InvalidFaultException($"'seconds' {rule} be given for the fault {choice.Name}.");
        }

        return choice.Create(duration ?? TimeSpan.Zero);
    }

    private static Func<SimulatedFaults, SimulatedFaults> ReadTarget(FaultMembers members)
    {
        string? operation = members.OneOf("operation", Enum.GetNames<SimulatedOperation>());
        string? method = members.OneOf("method", Methods);
        string? path = members.Text("path", static text => text.StartsWith('/'), "a path such as \"/fapi/v1/algoOrder\"");
        return (operation, method, path) switch
        {
            (null, null, null) => static faults => faults,
            ({ } name, null, null) => faults => faults.On(Enum.Parse<SimulatedOperation>(name)),
            (null, { } name, _) => faults => faults.On(name, path),
            (null, null, _) => throw new InvalidFaultException("'method' must be given with 'path'."),
            _ => throw new InvalidFaultException("'operation' must be given without 'method' and 'path'."),
        };
    }
}
