using Binance.AlgoOrders.Testing.Internal.Endpoints;
using Binance.AlgoOrders.Testing.Internal.Faults;
using Binance.AlgoOrders.Testing.Internal.State;

namespace Binance.AlgoOrders.Testing;

/// <summary>
/// The script of faults. Armed faults apply to the next requests that match, one fault to a request, in the order of arming. A request that no armed
/// fault matches may get a random one. <see cref="On(SimulatedOperation)"/> and <see cref="Where"/> restrict the faults armed through them to some
/// requests. Thread-safe.
/// </summary>
public sealed class SimulatedFaults
{
    private readonly ExchangeState _exchange;
    private readonly FaultScript _script;
    private readonly FaultTarget _target;

    internal SimulatedFaults(ExchangeState exchange, FaultScript script, FaultTarget target)
    {
        _exchange = exchange;
        _script = script;
        _target = target;
    }

    /// <summary>Gets the number of requests to which armed faults still apply. Random faults do not count.</summary>
    public int Pending => _exchange.Read(() => _script.Pending);

    /// <summary>Gets a copy of all armed faults in the order of arming, whatever they are restricted to. Random faults are not included.</summary>
    public IReadOnlyList<ArmedFault> Armed => _exchange.Read(() => _script.Armed);

    /// <summary>Restricts faults to an operation, in either market.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>The same script, restricted to such requests.</returns>
    public SimulatedFaults On(SimulatedOperation operation) =>
        Restrict(request => EndpointTable.Find(request)?.Operation == operation, operation.ToString());

    /// <summary>Restricts faults to a method and path. Both are compared exactly, as in <c>DELETE</c> and <c>/fapi/v1/algoOrder</c>.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path, or <see langword="null"/> for any.</param>
    /// <returns>The same script, restricted to such requests.</returns>
    public SimulatedFaults On(string method, string? path = null)
    {
        if (path is null)
        {
            return Restrict(request => request.Method == method, method);
        }

        return Restrict(request => request.Method == method && request.Path == path, $"{method} {path}");
    }

    /// <summary>Restricts faults to requests that a predicate accepts.</summary>
    /// <param name="predicate">
    /// The predicate, called once for each request that reaches the armed fault. It runs within the exchange's lock, so it must neither wait nor send.
    /// </param>
    /// <returns>The same script, restricted to such requests.</returns>
    public SimulatedFaults Where(Func<SimulatedRequest, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return Restrict(predicate, name: null);
    }

    /// <summary>
    /// Skips requests: a fault that is armed through the returned script does not apply to the first matching requests that no earlier fault applies to.
    /// Random faults skip none.
    /// </summary>
    /// <param name="count">The number of requests that each fault skips, zero or more.</param>
    /// <returns>The same script, whose faults skip requests.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public SimulatedFaults After(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new SimulatedFaults(_exchange, _script, _target with { Skipped = count });
    }

    /// <summary>Arms faults for the next requests, one each.</summary>
    /// <param name="faults">The faults, in the order in which they apply.</param>
    public void Next(params Fault[] faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        foreach (Fault fault in faults)
        {
            Next(1, fault);
        }
    }

    /// <summary>Arms a fault for the next <paramref name="count"/> requests.</summary>
    /// <param name="count">The number of requests, at least 1. <see cref="int.MaxValue"/> means that the fault is never used up.</param>
    /// <param name="fault">The fault.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public void Next(int count, Fault fault)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentNullException.ThrowIfNull(fault);
        lock (_exchange.Lock)
        {
            _script.Arm(fault, count, _target);
        }
    }

    /// <summary>Applies faults at random until <see cref="Clear"/> or the next call of this method. The same seed selects the same requests.</summary>
    /// <param name="probability">The probability of a fault for each matching request, 0 to 1.</param>
    /// <param name="seed">Any number. Include it in the message of a failed test.</param>
    /// <param name="faults">The faults to choose from, each as likely as the others.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not between 0 and 1.</exception>
    /// <exception cref="ArgumentException"><paramref name="faults"/> is empty.</exception>
    public void Randomly(double probability, int seed, params Fault[] faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (probability is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "The probability must be between 0 and 1.");
        }

        if (faults.Length == 0)
        {
            throw new ArgumentException("The faults to choose from must not be empty.", nameof(faults));
        }

        lock (_exchange.Lock)
        {
            _script.ArmRandomly(probability, seed, [.. faults], _target);
        }
    }

    /// <summary>Disarms all faults, whatever they are restricted to. Announced bans and pending late executions stay.</summary>
    public void Clear()
    {
        lock (_exchange.Lock)
        {
            _script.Clear();
        }
    }

    private SimulatedFaults Restrict(Func<SimulatedRequest, bool> predicate, string? name) => new(_exchange, _script, _target.And(predicate, name));
}
