namespace Binance.AlgoOrders.Testing.Internal.Faults;

/// <summary>A request in the hands of a fault, which may execute it now, later or never, and answers as it likes.</summary>
internal sealed class ReceivedRequest(RequestDesk desk, SimulatedRequest request, int place)
{
    public DateTimeOffset Now => desk.Now;

    public SimulatedAnswer Execute() => desk.Execute(request, place);

    public SimulatedAnswer Answer(int statusCode, ReadOnlyMemory<byte> json, params KeyValuePair<string, string>[] headers) =>
        desk.Answer(statusCode, json, headers);

    public SimulatedAnswer AnswerImaginary(string clientAlgoId) => desk.AnswerImaginary(request, clientAlgoId);

    public Task Delay(TimeSpan delay) => Task.Delay(delay, desk.Time);

    /// <summary>Executes later, whatever becomes of the connection; by then the request may have become too old.</summary>
    public void ExecuteAfter(TimeSpan delay) => LateExecution.Begin(desk.Time, delay, () => Execute());

    public void AnnounceBan(DateTimeOffset until) => desk.AnnounceBan(until);
}
