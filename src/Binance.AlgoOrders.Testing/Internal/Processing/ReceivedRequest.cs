using Binance.AlgoOrders.Testing.Internal.Endpoints;
using Binance.AlgoOrders.Testing.Internal.Time;

namespace Binance.AlgoOrders.Testing.Internal.Processing;

/// <summary>A request that a fault handles. The fault may execute it now, later or never, and may send any response.</summary>
internal sealed class ReceivedRequest(RequestDispatcher dispatcher, SimulatedRequest request, long index)
{
    public DateTimeOffset Now => dispatcher.Now;

    public SimulatedResponse Execute() => Execute(Deviation.None);

    public SimulatedResponse Execute(Deviation deviation) => dispatcher.Execute(request, index, deviation);

    public SimulatedResponse Respond(int statusCode, ReadOnlyMemory<byte> json, params KeyValuePair<string, string>[] headers) =>
        dispatcher.Respond(statusCode, json, headers);

    public SimulatedResponse RespondToPhantom(string clientAlgoId) => dispatcher.RespondToPhantom(request, clientAlgoId);

    public Task Delay(TimeSpan delay) => Task.Delay(delay, dispatcher.Time);

    /// <summary>Executes the request later, even if the connection has ended. By then the request may be too old.</summary>
    public void ExecuteAfter(TimeSpan delay) => OneShotTimer.Start(dispatcher.Time, delay, () => Execute());

    public void Ban(DateTimeOffset until) => dispatcher.Ban(until);
}
