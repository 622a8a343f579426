using Binance.AlgoOrders.Testing.Internal;
using Binance.AlgoOrders.Testing.Internal.Endpoints;
using Binance.AlgoOrders.Testing.Internal.Faults;

namespace Binance.AlgoOrders.Testing;

/// <summary>
/// The script of what goes wrong. Armed faults strike the next requests that match, one fault a request, in the order of arming; a request that
/// no armed fault matches may be struck by chance. <see cref="On(SimulatedOperation)"/> and <see cref="Where"/> narrow what is armed through them. Thread-safe.
/// </summary>
public sealed class SimulatedFaults
{
    private readonly OrderBook _book;
    private readonly EndpointTable _endpoints;
    private readonly FaultScript _script;
    private readonly FaultTarget _target;

    internal SimulatedFaults(OrderBook book, EndpointTable endpoints, FaultScript script, FaultTarget target)
    {
        _book = book;
        _endpoints = endpoints;
        _script = script;
        _target = target;
    }

    /// <summary>How many armed faults have not struck yet; those by chance do not count.</summary>
    public int Pending
    {
        get
        {
            lock (_book.Gate)
            {
                return _script.Pending;
            }
        }
    }

    /// <summary>What is armed and waits, in the order of arming, by whatever narrowing; those by chance do not count. A copy.</summary>
    public IReadOnlyList<ArmedFault> Armed
    {
        get
        {
            lock (_book.Gate)
            {
                return _script.Armed;
            }
        }
    }

    /// <summary>Only requests that ask for this, in either market.</summary>
    /// <param name="operation">What is asked for.</param>
    /// <returns>The same script, for arming on such requests.</returns>
    public SimulatedFaults On(SimulatedOperation operation) =>
        Narrowed(_target.And(request => _endpoints.Find(request)?.Operation == operation, operation.ToString()));

    /// <summary>Only requests with this method and path; both are compared exactly, as <c>DELETE</c> and <c>/fapi/v1/algoOrder</c>.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path; <see langword="null"/>: any.</param>
    /// <returns>The same script, for arming on such requests.</returns>
    public SimulatedFaults On(string method, string? path = null) => Narrowed(_target.And(
        request =>
            string.Equals(request.Method, method, StringComparison.Ordinal) && (path is null || string.Equals(request.Path, path, StringComparison.Ordinal)),
        path is null ? method : $"{method} {path}"));

    /// <summary>Only requests that the predicate accepts; it runs under the exchange's lock, so it must neither wait nor send.</summary>
    /// <param name="predicate">Asked once for each request that reaches the armed fault.</param>
    /// <returns>The same script, for arming on such requests.</returns>
    public SimulatedFaults Where(Func<SimulatedRequest, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return Narrowed(_target.And(predicate));
    }

    /// <summary>Arms these faults for the next requests, one each.</summary>
    /// <param name="faults">In the order in which they strike.</param>
    public void Next(params Fault[] faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        foreach (Fault fault in faults)
        {
            Next(1, fault);
        }
    }

    /// <summary>Arms a fault for the next <paramref name="count"/> requests.</summary>
    /// <param name="count">At least 1; <see cref="int.MaxValue"/> is for good.</param>
    /// <param name="fault">What goes wrong.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public void Next(int count, Fault fault)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentNullException.ThrowIfNull(fault);
        lock (_book.Gate)
        {
            _script.Arm(new ScriptedFault(fault, count, _target));
        }
    }

    /// <summary>Lets faults strike by chance, until <see cref="Clear"/> or the next call of this method; the same seed strikes the same requests.</summary>
    /// <param name="probability">Of each matching request to be struck: 0 to 1.</param>
    /// <param name="seed">Any number; put it into the test's failure message.</param>
    /// <param name="faults">One of these, each as likely as the others.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not between 0 and 1.</exception>
    /// <exception cref="ArgumentException"><paramref name="faults"/> is empty.</exception>
    public void Randomly(double probability, int seed, params Fault[] faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (probability is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability is between 0 and 1.");
        }

        if (faults.Length == 0)
        {
            throw new ArgumentException("At least one fault is needed to choose from.", nameof(faults));
        }

        lock (_book.Gate)
        {
            _script.Random = new RandomFaults(probability, seed, [.. faults], _target);
        }
    }

    /// <summary>Disarms everything, whatever it was narrowed to. Bans that were announced and executions that are under way stay.</summary>
    public void Clear()
    {
        lock (_book.Gate)
        {
            _script.Clear();
        }
    }

    private SimulatedFaults Narrowed(FaultTarget target) => new(_book, _endpoints, _script, target);
}
