namespace Binance.AlgoOrders.Testing;

public sealed partial class Fault
{
    /// <summary>Executes the request, then resets the connection before the first byte of the response.</summary>
    public static Fault ExecuteThenDrop { get; } = Lose(nameof(ExecuteThenDrop), executed: true, ConnectionOutcome.Reset);

    /// <summary>Executes the request, then closes the connection in good order (FIN) before the first byte of the response.</summary>
    public static Fault ExecuteThenClose { get; } = Lose(nameof(ExecuteThenClose), executed: true, ConnectionOutcome.Closed);

    /// <summary>Receives the request, never executes it, and resets the connection. A client cannot tell it from <see cref="ExecuteThenDrop"/>.</summary>
    public static Fault DropBeforeExecuting { get; } = Lose(nameof(DropBeforeExecuting), executed: false, ConnectionOutcome.Reset);

    /// <summary>Receives the request, never executes it, and closes the connection in good order (FIN).</summary>
    public static Fault CloseBeforeExecuting { get; } = Lose(nameof(CloseBeforeExecuting), executed: false, ConnectionOutcome.Closed);

    /// <summary>Refuses the connection, so the request is never sent. Over real sockets, an adapter can only reset the connection.</summary>
    public static Fault ConnectionRefused { get; } = Lose(nameof(ConnectionRefused), executed: false, ConnectionOutcome.Refused);

    /// <summary>Begins the response, then ends the connection in the middle of its body.</summary>
    /// <param name="executed">
    /// <see langword="true"/> if the request takes effect. If not, the response is the acknowledgement of an order that does not exist.
    /// </param>
    public static Fault DropInsideResponse(bool executed) => ReplaceResponse(NameOf(nameof(DropInsideResponse), executed), executed, static response =>
        new SimulatedResponse(response.StatusCode, response.Headers, response.Body, ConnectionOutcome.BrokenInsideBody));

    /// <summary>Delays the request before it is checked. It is then executed even if the client no longer waits for the response.</summary>
    /// <param name="delay">Zero or more, on the exchange's time provider.</param>
    public static Fault DelayBeforeExecuting(TimeSpan delay) => Delayed(nameof(DelayBeforeExecuting), delay, async request =>
    {
        await request.Delay(delay).ConfigureAwait(false);
        return request.Execute();
    });

    /// <summary>Executes the request immediately and delays the response.</summary>
    /// <param name="delay">Zero or more, on the exchange's time provider.</param>
    public static Fault DelayBeforeResponding(TimeSpan delay) => Delayed(nameof(DelayBeforeResponding), delay, async request =>
    {
        SimulatedResponse response = request.Execute();
        await request.Delay(delay).ConfigureAwait(false);
        return response;
    });

    /// <summary>
    /// Resets the connection now and executes the request later, unless it has become too old by then: <c>timestamp + recvWindow</c> has passed on the
    /// exchange's clock.
    /// </summary>
    /// <param name="delay">Zero or more, on the exchange's time provider.</param>
    public static Fault LateExecution(TimeSpan delay) => Delayed(nameof(LateExecution), delay, request =>
    {
        request.ExecuteAfter(delay);
        return Task.FromResult(SimulatedResponse.Dropped(ConnectionOutcome.Reset));
    });

    /// <summary>
    /// Executes the request, resets the connection, and executes the same request again later, as a proxy on the way does that sends it twice. The
    /// second execution is rejected if the request has become too old by then.
    /// </summary>
    /// <param name="delay">The time between the two executions, zero or more, on the exchange's time provider.</param>
    public static Fault ExecuteTwice(TimeSpan delay) => Delayed(nameof(ExecuteTwice), delay, request =>
    {
        request.Execute();
        request.ExecuteAfter(delay);
        return Task.FromResult(SimulatedResponse.Dropped(ConnectionOutcome.Reset));
    });

    /// <summary>Runs code of the test after the request has arrived and before it is checked, such as a market that moves during a cancel.</summary>
    /// <param name="action">The code. It runs on the sender's thread, outside the exchange's lock.</param>
    public static Fault BeforeExecuting(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return Immediate(nameof(BeforeExecuting), request =>
        {
            action();
            return request.Execute();
        });
    }

    private static Fault Lose(string name, bool executed, ConnectionOutcome connection) =>
        Instead(name, executed, _ => SimulatedResponse.Dropped(connection));
}
