using System.Globalization;
using System.Text;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>
/// Represents the outcome of <see cref="AlgoOrderClient.EnsureCanceledAsync"/> for its order. The type is closed: an outcome is one of the six
/// nested cases. Only <see cref="Canceled"/> and <see cref="Ended"/> claim that the order is inactive.
/// </summary>
public abstract partial record CancelAlgoOrderOutcome : ICallOutcome
{
    private Attempt? _lastAttempt;

    // Milliseconds, because the property would take three times the space.
    private long _mayExecuteUntil;
    private IReadOnlyList<CancelAttempt>? _attempts;

    private CancelAlgoOrderOutcome()
    {
    }

    /// <summary>True if the order certainly has no further effect, which only <see cref="Canceled"/> and <see cref="Ended"/> claim.</summary>
    public bool IsInactive => Warning is null;

    /// <summary>
    /// Gets the time on Binance's clock until which a request of this call may still be executed, or null if none can be. This is harmless for an order that
    /// was identified by <c>algoId</c>. With a client id, do not place another order of the same id before that time.
    /// </summary>
    public DateTimeOffset? MayExecuteUntil
    {
        get => _mayExecuteUntil == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(_mayExecuteUntil);
        init => _mayExecuteUntil = ToMilliseconds(value);
    }

    /// <summary>Gets the attempts of the call in order, with their times and responses.</summary>
    public IReadOnlyList<CancelAttempt> Attempts
    {
        // Created on first use, because the attempts of a plain cancel are rarely read.
        get => _attempts ??= CancelAttempt.ListUpTo(_lastAttempt);
        init => _attempts = value;
    }

    /// <summary>
    /// Gets a sentence that explains why the order may still have an effect, or null if it certainly has none. The member also keeps other
    /// assemblies from adding a case.
    /// </summary>
    private protected abstract string? Warning { get; }

    string ICallOutcome.OutcomeName => Match(
        static _ => "canceled", static _ => "triggered", static _ => "ended", static _ => "not_found", static _ => "still_open", static _ => "unknown");

    Exception? ICallOutcome.OutcomeError => this switch
    {
        StillOpen stillOpen => stillOpen.LastError,
        Unknown unknown => unknown.LastError,
        _ => null,
    };

    /// <summary>Calls the function for the case of this outcome and returns its result.</summary>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="canceled">The function for an order that is canceled.</param>
    /// <param name="triggered">The function for an order that had triggered, so that the cancel came too late.</param>
    /// <param name="ended">The function for an order that had ended before.</param>
    /// <param name="notFound">The function for an order that Binance did not find.</param>
    /// <param name="stillOpen">The function for an order that is live and that no attempt of this call can still cancel.</param>
    /// <param name="unknown">The function for an order whose state could not be determined in time.</param>
    /// <exception cref="ArgumentNullException">One of the functions is null.</exception>
    public TResult Match<TResult>(
        Func<Canceled, TResult> canceled,
        Func<Triggered, TResult> triggered,
        Func<Ended, TResult> ended,
        Func<NotFound, TResult> notFound,
        Func<StillOpen, TResult> stillOpen,
        Func<Unknown, TResult> unknown)
    {
        ArgumentNullException.ThrowIfNull(canceled);
        ArgumentNullException.ThrowIfNull(triggered);
        ArgumentNullException.ThrowIfNull(ended);
        ArgumentNullException.ThrowIfNull(notFound);
        ArgumentNullException.ThrowIfNull(stillOpen);
        ArgumentNullException.ThrowIfNull(unknown);
        return this switch
        {
            Canceled outcome => canceled(outcome),
            Triggered outcome => triggered(outcome),
            Ended outcome => ended(outcome),
            NotFound outcome => notFound(outcome),
            StillOpen outcome => stillOpen(outcome),
            _ => unknown((Unknown)this),
        };
    }

    /// <summary>Returns this outcome if <see cref="IsInactive"/> is true, and throws an exception otherwise.</summary>
    /// <returns>This outcome.</returns>
    /// <exception cref="AlgoOrderMayBeActiveException">The order is not known to be inactive. The exception contains this outcome.</exception>
    public CancelAlgoOrderOutcome EnsureInactive()
    {
        if (Warning is { } warning)
        {
            throw new AlgoOrderMayBeActiveException(this, warning);
        }

        return this;
    }

    /// <summary>Appends the members for <see cref="object.ToString"/>, with the number of attempts instead of the attempts themselves.</summary>
    /// <param name="builder">The builder of the text.</param>
    /// <returns>Always true.</returns>
    protected virtual bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append(CultureInfo.InvariantCulture, $"{nameof(IsInactive)} = {IsInactive}, {nameof(Attempts)} = {Attempts.Count}");
        return true;
    }

    /// <summary>Adds the attempts of the call, before the outcome is returned to the caller.</summary>
    internal CancelAlgoOrderOutcome WithAttempts(CallContext call)
    {
        _lastAttempt = call.LastAttempt;
        _mayExecuteUntil = ToMilliseconds(call.MayExecuteUntil);
        return this;
    }

    private static long ToMilliseconds(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds() ?? 0;
}
