using Binance.AlgoOrders.Testing.Internal.Push;

namespace Binance.AlgoOrders.Testing;

/// <summary>
/// The script of faults of user data streams. Armed faults apply to the next events, one fault to an event, in the order of arming. An event that no
/// open connection carries uses up no fault. A fault stays armed across a reconnect, and an event that is delayed, copied or reordered is delivered to
/// the connections that the account has open then. Thread-safe.
/// </summary>
public sealed class SimulatedPushFaults
{
    private readonly UserStreams _streams;
    private readonly PushTarget _target;

    internal SimulatedPushFaults(UserStreams streams, PushTarget target) => (_streams, _target) = (streams, target);

    /// <summary>Gets the number of events to which armed faults still apply, whatever they are restricted to.</summary>
    public int Pending => _streams.Faults.Pending;

    /// <summary>Restricts faults to events with a name.</summary>
    /// <param name="eventName">The name, <c>e</c> in the JSON, such as <c>ALGO_UPDATE</c> or <c>listenKeyExpired</c>.</param>
    /// <returns>The same script, restricted to such events.</returns>
    public SimulatedPushFaults On(string eventName)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return new SimulatedPushFaults(_streams, _target with { EventName = eventName });
    }

    /// <summary>Restricts faults to events of an account.</summary>
    /// <param name="account">The account.</param>
    /// <returns>The same script, restricted to such events.</returns>
    public SimulatedPushFaults For(SimulatedAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new SimulatedPushFaults(_streams, _target with { Account = account });
    }

    /// <summary>
    /// Skips events: a fault that is armed through the returned script does not apply to the first matching events that no earlier fault applies to.
    /// </summary>
    /// <param name="count">The number of events that each fault skips, zero or more.</param>
    /// <returns>The same script, whose faults skip events.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public SimulatedPushFaults After(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new SimulatedPushFaults(_streams, _target with { Skipped = count });
    }

    /// <summary>Drops the account's connections instead of delivering the next event, which is lost.</summary>
    public void DropNext() => Arm(PushFaultKind.Drop);

    /// <summary>Freezes the account's connections instead of delivering the next event: they stay open, but carry nothing any more, pings included.</summary>
    public void FreezeNext() => Arm(PushFaultKind.Freeze);

    /// <summary>Loses the next event.</summary>
    public void LoseNext() => Arm(PushFaultKind.Lose);

    /// <summary>Delivers the next event twice.</summary>
    /// <param name="after">The delay of the second copy, zero or more, on the exchange's time provider. Default: zero.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="after"/> is negative.</exception>
    public void DuplicateNext(TimeSpan after = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(after, TimeSpan.Zero);
        Arm(PushFaultKind.Duplicate, after);
    }

    /// <summary>Delivers the next event late. The events behind it follow it, in their order.</summary>
    /// <param name="delay">The delay, zero or more, on the exchange's time provider.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative.</exception>
    public void DelayNext(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        Arm(PushFaultKind.Delay, delay);
    }

    /// <summary>Delivers the next event after the one that follows it. Without a following event it is lost.</summary>
    public void ReorderNext() => Arm(PushFaultKind.Reorder);

    /// <summary>Drops all open connections of user data streams now. A restriction to an event name has no effect.</summary>
    public void Drop() => _streams.ForEach(_target, static socket => socket.Drop());

    /// <summary>Freezes all open connections of user data streams now. A restriction to an event name has no effect.</summary>
    public void Freeze() => _streams.ForEach(_target, static socket => socket.Freeze());

    /// <summary>Disarms all faults, whatever they are restricted to. Events that are delayed already stay so.</summary>
    public void Clear() => _streams.Faults.Clear();

    private void Arm(PushFaultKind kind, TimeSpan delay = default) => _streams.Faults.Arm(new PushFault(kind, _target, delay));
}
