using Binance.AlgoOrders.Testing.Internal.Faults;

namespace Binance.AlgoOrders.Testing;

/// <summary>
/// Something that goes wrong with one request, by name; armed through <see cref="SimulatedExchange.Faults"/>. Where the answer leaves open
/// whether the request was executed, the test says which it is (<c>executed</c>). "Executed" means that the exchange judged the request as
/// always: one that it refuses changes nothing.
/// </summary>
public sealed partial class Fault
{
    private readonly Func<ReceivedRequest, Task<SimulatedAnswer>> _strike;

    private Fault(string name, Func<ReceivedRequest, Task<SimulatedAnswer>> strike)
    {
        Name = name;
        _strike = strike;
    }

    /// <summary>As it stands in <see cref="SimulatedExchangeRecord.Fault"/>.</summary>
    public string Name { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    internal Task<SimulatedAnswer> Strike(ReceivedRequest request) => _strike(request);

    private static Fault AtOnce(string name, Func<ReceivedRequest, SimulatedAnswer> strike) => new(name, request => Task.FromResult(strike(request)));

    /// <summary>Executes first when told so, then answers something else.</summary>
    private static Fault Instead(string name, bool executed, Func<ReceivedRequest, SimulatedAnswer> answer) =>
        AtOnce($"{name}({(executed ? "executed" : "not executed")})", request =>
        {
            if (executed)
            {
                request.Execute();
            }

            return answer(request);
        });
}
