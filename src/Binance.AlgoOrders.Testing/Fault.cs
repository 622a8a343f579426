using Binance.AlgoOrders.Testing.Internal.Processing;

namespace Binance.AlgoOrders.Testing;

/// <summary>
/// A failure of one request, armed through <see cref="SimulatedExchange.Faults"/>. If the response leaves open whether the request was executed, the
/// test decides it by the parameter <c>executed</c>. An executed request is still checked as always, so an invalid one is rejected and changes nothing.
/// </summary>
public sealed partial class Fault
{
    private readonly Func<ReceivedRequest, Task<SimulatedResponse>> _apply;

    private Fault(string name, Func<ReceivedRequest, Task<SimulatedResponse>> apply)
    {
        Name = name;
        _apply = apply;
    }

    /// <summary>Gets the name, as recorded in <see cref="RecordedRequest.Fault"/>.</summary>
    public string Name { get; }

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name;

    internal Task<SimulatedResponse> ApplyAsync(ReceivedRequest request) => _apply(request);

    private static Fault Immediate(string name, Func<ReceivedRequest, SimulatedResponse> apply) => new(name, request => Task.FromResult(apply(request)));

    private static Fault Delayed(string name, TimeSpan delay, Func<ReceivedRequest, Task<SimulatedResponse>> apply)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return new Fault(name, apply);
    }

    /// <summary>Executes the request if <paramref name="executed"/>, then sends another response.</summary>
    private static Fault Instead(string name, bool executed, Func<ReceivedRequest, SimulatedResponse> respond) => Immediate(name, request =>
    {
        if (executed)
        {
            request.Execute();
        }

        return respond(request);
    });
}
