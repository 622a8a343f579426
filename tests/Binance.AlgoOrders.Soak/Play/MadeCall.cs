using System.Diagnostics;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.TruthCampaign;

namespace Binance.AlgoOrders.Soak;

/// <summary>A call of the client, from its start to its end, and the truth at that moment.</summary>
internal abstract class MadeCall(Venue venue) : IPlayed
{
    public TimeSpan Timeout => venue.Plan.Timeout;

    public Moment Start { get; private set; }

    public Moment End { get; private set; }

    public Moment? GaveUp { get; private set; }

    /// <summary>From the cancellation of the caller's token to the end of the call; null: the caller stayed.</summary>
    public TimeSpan? TimeToLeave { get; private set; }

    public Exception? Failure { get; private set; }

    /// <summary>The order that it was about; null: there is none.</summary>
    public abstract SimulatedOrder? Order { get; }

    protected Venue Venue => venue;

    /// <summary>The name of the client's method.</summary>
    public abstract string Method { get; }

    /// <summary>How it ended, in one word.</summary>
    public string Ending => Failure switch
    {
        null => SuccessName,
        AlgoOrderException failure => $"{failure.GetType().Name}, {failure.Execution}",
        _ => Failure.GetType().Name,
    };

    protected abstract string SuccessName { get; }

    /// <summary>Makes the call.</summary>
    /// <param name="patience">After how long the caller's token is canceled; null: never.</param>
    public async Task MakeAsync(TimeSpan? patience)
    {
        using var token = new CancellationTokenSource();
        Start = venue.Now;
        Task call = CallAsync(venue.Client, token.Token);
        if (patience is { } time && await Task.WhenAny(call, Task.Delay(time, CancellationToken.None)) != call)
        {
            await GiveUpAsync(call, token);
        }

        await call.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        End = venue.Now;
        NoteTruth(call);
        Failure = call.IsCanceled ? new TaskCanceledException(call) : call.Exception?.InnerException;
    }

    /// <summary>The lies that it told, once all that could still happen has happened.</summary>
    /// <param name="cancels">The cancels of this call as the exchange saw them.</param>
    public abstract IReadOnlyList<string> Lies(IEnumerable<SimulatedExchangeRecord> cancels);

    protected abstract Task CallAsync(AlgoOrderClient client, CancellationToken cancellationToken);

    /// <summary>Runs at the end.</summary>
    protected abstract void NoteTruth(Task call);

    private async Task GiveUpAsync(Task call, CancellationTokenSource token)
    {
        GaveUp = venue.Now;
        long canceled = Stopwatch.GetTimestamp();
        Task telling = token.CancelAsync();
        await call.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        TimeToLeave = Stopwatch.GetElapsedTime(canceled);
        await telling;
    }
}
