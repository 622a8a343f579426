using Binance.AlgoOrders.Internal.Requests;
using Binance.AlgoOrders.Internal.Signing;

namespace Binance.AlgoOrders.Internal.Pipeline;

/// <summary>An attempt that is in progress, of which others of the same request may be in progress too.</summary>
internal sealed class AttemptInFlight
{
    private readonly AsyncSignal _ended;
    private readonly Action _onEnded;
    private ValueTask _transmission;
    private SignedRequestMessage? _message;
    private volatile State _state;

    /// <param name="ended">Is set when the attempt ends.</param>
    public AttemptInFlight(AsyncSignal ended)
    {
        _ended = ended;
        _onEnded = () =>
        {
            End();
            _ended.Set();
        };
    }

    public Attempt? Attempt { get; private set; }

    /// <summary>True if the attempt is not in progress any more.</summary>
    public bool IsOver => _state != State.InProgress;

    /// <summary>True if the attempt has a result.</summary>
    public bool HasEnded => _state == State.Ended;

    public void Start(Attempt attempt, SignedRequestMessage message, ValueTask transmission)
    {
        (Attempt, _message) = (attempt, message);
        _transmission = transmission;
        if (transmission.IsCompleted)
        {
            End();
        }
        else
        {
            transmission.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(_onEnded);
        }
    }

    /// <summary>Throws the exception of the attempt if the caller has canceled it.</summary>
    public void ThrowIfCanceled()
    {
        if (_state == State.Canceled)
        {
            _transmission.GetAwaiter().GetResult();
        }
    }

    /// <summary>Stops counting on an attempt. It stays in progress, because its response may say that a limit was exceeded, but sends no further copy.</summary>
    /// <param name="duration">The time since the attempt began.</param>
    /// <returns>What is known of the attempt.</returns>
    public Attempt Abandon(TimeSpan duration)
    {
        _message!.Abandon();
        return Attempt!.AbandonAfter(duration, _message.Timing, _message.CopiesSent, _message.CredentialsVersion);
    }

    /// <summary>Ensures that the attempt sends no further copy.</summary>
    public void Close() => _message?.Abandon();

    /// <summary>Makes the object ready for the next attempt.</summary>
    public void Reset() => (Attempt, _message, _state) = (null, null, State.InProgress);

    private void End()
    {
        if (_transmission.IsCompletedSuccessfully)
        {
            _transmission.GetAwaiter().GetResult();
            _state = State.Ended;
        }
        else
        {
            _state = State.Canceled;
        }
    }

    private enum State
    {
        InProgress,
        Ended,
        Canceled,
    }
}
