using System.Diagnostics;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.TruthCampaign;

namespace Binance.AlgoOrders.Soak;

/// <summary>A call of the client from its start to its end, and the state of the exchange at its end.</summary>
internal abstract class MadeCall(Venue venue) : ICompletedCall
{
    public TimeSpan Timeout => venue.Plan.Timeout;

    public Moment Start { get; private set; }

    public Moment End { get; private set; }

    public Moment? GaveUp { get; private set; }

    /// <summary>The time from the cancellation of the caller's token to the end of the call, or null if the token was not canceled.</summary>
    public TimeSpan? CancellationDelay { get; private set; }

    public Exception? Failure { get; private set; }

    /// <summary>The order of the call, or null if there is none.</summary>
    public abstract SimulatedOrder? Order { get; }

    protected Venue Venue => venue;

    /// <summary>The name of the client's method.</summary>
    public abstract string Method { get; }

    /// <summary>The outcome of the call or the type of its exception.</summary>
    public string Ending => Failure switch
    {
        null => SuccessName,
        AlgoOrderException failure => $"{failure.GetType().Name}, {failure.Execution}",
        _ => Failure.GetType().Name,
    };

    protected abstract string SuccessName { get; }

    /// <summary>Makes the call.</summary>
    /// <param name="cancelAfter">The time after which the caller's token is canceled, or null for never.</param>
    public async Task MakeAsync(TimeSpan? cancelAfter)
    {
        using var token = new CancellationTokenSource();
        Start = venue.Now;
        Task call = CallAsync(venue.Client, token.Token);
        if (cancelAfter is { } time && await Task.WhenAny(call, Task.Delay(time, CancellationToken.None)) != call)
        {
            await GiveUpAsync(call, token);
        }

        await call.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        End = venue.Now;
        RecordTruth(call);
        Failure = call.IsCanceled ? new TaskCanceledException(call) : call.Exception?.InnerException;
    }

    /// <summary>Gets the false claims of the call. It is called after every delayed request has been executed.</summary>
    /// <param name="cancels">The cancel requests of this call that the exchange has recorded.</param>
    public abstract IReadOnlyList<string> Lies(IEnumerable<RecordedRequest> cancels);

    protected abstract Task CallAsync(AlgoOrderClient client, CancellationToken cancellationToken);

    /// <summary>Records the state of the exchange at the end of the call.</summary>
    protected abstract void RecordTruth(Task call);

    /// <summary>Gets the result of a task, or null if it has failed or has been canceled.</summary>
    protected static T? ResultOrNull<T>(Task<T>? call)
        where T : class?
    {
        if (call is { IsCompletedSuccessfully: true })
        {
            return call.GetAwaiter().GetResult();
        }

        return null;
    }

    private async Task GiveUpAsync(Task call, CancellationTokenSource token)
    {
        GaveUp = venue.Now;
        long canceledAt = Stopwatch.GetTimestamp();
        Task cancellation = token.CancelAsync();
        await call.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        CancellationDelay = Stopwatch.GetElapsedTime(canceledAt);
        await cancellation;
    }
}
