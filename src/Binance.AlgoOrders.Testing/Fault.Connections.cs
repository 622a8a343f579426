using Binance.AlgoOrders.Testing.Internal.Faults;

namespace Binance.AlgoOrders.Testing;

public sealed partial class Fault
{
    /// <summary>Executed, then the connection is reset before the first byte of the answer.</summary>
    public static Fault ExecuteThenDrop { get; } = Lost(nameof(ExecuteThenDrop), executed: true, SimulatedConnection.Reset);

    /// <summary>Executed, then the connection is closed in good order (FIN) before the first byte of the answer.</summary>
    public static Fault ExecuteThenClose { get; } = Lost(nameof(ExecuteThenClose), executed: true, SimulatedConnection.Closed);

    /// <summary>Received and never executed; the connection is reset. A client cannot tell it from <see cref="ExecuteThenDrop"/>.</summary>
    public static Fault DropBeforeExecuting { get; } = Lost(nameof(DropBeforeExecuting), executed: false, SimulatedConnection.Reset);

    /// <summary>Received and never executed; the connection is closed in good order (FIN).</summary>
    public static Fault CloseBeforeExecuting { get; } = Lost(nameof(CloseBeforeExecuting), executed: false, SimulatedConnection.Closed);

    /// <summary>No connection, so the request is never sent; through real sockets it can only be reset instead.</summary>
    public static Fault ConnectionRefused { get; } = Lost(nameof(ConnectionRefused), executed: false, SimulatedConnection.Refused);

    /// <summary>The answer begins, and the connection ends in the middle of its body.</summary>
    /// <param name="executed">Whether the request takes effect; if not, it is the acknowledgement of an imaginary order that breaks off.</param>
    public static Fault DropInsideAnswer(bool executed) => ReplaceAnswer(nameof(DropInsideAnswer), executed, static answer =>
        new SimulatedAnswer(answer.StatusCode, answer.Headers, answer.Body, SimulatedConnection.BrokenInsideBody));

    /// <summary>The request is held back on its way in, and judged and answered after <paramref name="delay"/>, even if the client waits no more.</summary>
    /// <param name="delay">Zero or more, on the exchange's time provider.</param>
    public static Fault DelayBeforeExecuting(TimeSpan delay) => Later(nameof(DelayBeforeExecuting), delay, async request =>
    {
        await request.Delay(delay).ConfigureAwait(false);
        return request.Execute();
    });

    /// <summary>Executed at once; the answer is held back.</summary>
    /// <param name="delay">Zero or more, on the exchange's time provider.</param>
    public static Fault DelayBeforeAnswering(TimeSpan delay) => Later(nameof(DelayBeforeAnswering), delay, async request =>
    {
        SimulatedAnswer answer = request.Execute();
        await request.Delay(delay).ConfigureAwait(false);
        return answer;
    });

    /// <summary>
    /// The connection is reset now, and the request is executed later all the same, unless it has become too old by then:
    /// <c>timestamp + recvWindow</c> has passed on the exchange's clock.
    /// </summary>
    /// <param name="delay">Zero or more, on the exchange's time provider.</param>
    public static Fault LateExecution(TimeSpan delay) => Later(nameof(LateExecution), delay, request =>
    {
        request.ExecuteAfter(delay);
        return Task.FromResult(SimulatedAnswer.Dropped(SimulatedConnection.Reset));
    });

    /// <summary>Runs code of the test when the request has arrived, then judges it: the market moves while a cancel is under way.</summary>
    /// <param name="action">Runs on the sender's thread, outside of the exchange's lock.</param>
    public static Fault BeforeExecuting(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return AtOnce(nameof(BeforeExecuting), request =>
        {
            action();
            return request.Execute();
        });
    }

    private static Fault Later(string name, TimeSpan delay, Func<ReceivedRequest, Task<SimulatedAnswer>> strike)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return new Fault(name, strike);
    }

    private static Fault Lost(string name, bool executed, SimulatedConnection connection) => AtOnce(name, request =>
    {
        if (executed)
        {
            request.Execute();
        }

        return SimulatedAnswer.Dropped(connection);
    });
}
