using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Binance.AlgoOrders.TruthCampaign;

namespace Binance.AlgoOrders.Soak;

/// <summary>Makes calls that a silent peer lets time out, on the real clock, and measures the time by which each exceeds its time limit.</summary>
internal sealed class DeadlineRun(DeadlinePlan plan, TextWriter output)
{
    /// <summary>The longest time by which 9,999 of 10,000 calls exceed their time limit.</summary>
    public const double LongestOverrunMilliseconds = 50;

    private const double CheckedShare = 0.9999;
    private const int HighestWeightLimit = 1_000_000;

    // The first calls compile the code.
    private const int WarmUpCallsOfCaller = 2;
    private static readonly double[] Shares = [0.5, 0.99, 0.999, CheckedShare];

    private readonly DelayHistogram _overruns = new();
    private readonly DelayHistogram _timers = new();
    private readonly Lock _lock = new();
    private int _started;
    private int _unexpected;

    /// <summary>Makes all calls.</summary>
    /// <returns>True if every call timed out, and the bound was kept.</returns>
    public async Task<bool> RunAsync()
    {
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Calls} calls, {plan.Concurrency} callers, time limits from {plan.ShortestTimeout:c} to {plan.LongestTimeout:c}, seed {plan.Seed}; {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores"));
        using var peer = new SilentHandler();

        // One attempt until the deadline, after which less than a millisecond may be left, or several with pauses.
        using AlgoOrderClient patient = Create(peer, plan.LongestTimeout);
        using AlgoOrderClient impatient = Create(peer, plan.ShortestTimeout / 2);
        IEnumerable<int> numbers = Enumerable.Range(0, plan.Concurrency);
        await Task.WhenAll(
        [
            .. numbers.Select(number => CallAsync(patient, impatient, new Dice(plan.Seed, number))),
            .. numbers.Select(number => WaitAsync(new Dice(plan.Seed, plan.Concurrency + number))),
        ]);

        await output.WriteLineAsync("ms by which a call exceeded its time limit, and a bare timer of the same process its delay");
        foreach (double share in Shares)
        {
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"  p{share * 100,-8:0.##}{_overruns.Percentile(share),10:N1}{_timers.Percentile(share),10:N1}"));
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  max      {_overruns.LongestMilliseconds,10:N1}{_timers.LongestMilliseconds,10:N1}"));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"requests {peer.Requests}, calls that did not time out {_unexpected}"));
        return _unexpected == 0 && (!plan.ChecksTiming || _overruns.Percentile(CheckedShare) <= LongestOverrunMilliseconds);
    }

    private AlgoOrderClient Create(SilentHandler peer, TimeSpan attemptTimeout) => AlgoOrderClient.Create(
        new AlgoOrderClientOptions
        {
            ApiKey = "the-api-key-of-the-run",
            SecretKey = "the-secret-key-of-the-run",
            Timeout = plan.LongestTimeout,
            AttemptTimeout = attemptTimeout,
            MaxRetryAttempts = 10,
            WeightLimit = HighestWeightLimit,
        },
        peer);

    private async Task CallAsync(AlgoOrderClient patient, AlgoOrderClient impatient, Dice dice)
    {
        for (int number = 0; number < WarmUpCallsOfCaller || Interlocked.Increment(ref _started) <= plan.Calls; number++)
        {
            AlgoOrderClient client = dice.OneOf(patient, impatient);
            TimeSpan timeout = dice.Between(plan.ShortestTimeout, plan.LongestTimeout);
            CancelAlgoOrderRequest request = CancelAlgoOrderRequest.ByAlgoId(1) with { Timeout = timeout };
            Func<Task> call = dice.OneOf<Func<Task>>(
                () => client.CancelAsync(request),
                () => client.EnsureCanceledAsync(request),
                () => client.FindAsync(AlgoOrderId.FromAlgoId(1), timeout));
            await MeasureAsync(call, timeout, counts: number >= WarmUpCallsOfCaller);
        }
    }

    // A busy machine delays timers as much as calls.
    private async Task WaitAsync(Dice dice)
    {
        while (Volatile.Read(ref _started) < plan.Calls)
        {
            TimeSpan delay = dice.Between(plan.ShortestTimeout, plan.LongestTimeout);
            long startedAt = Stopwatch.GetTimestamp();
            await Task.Delay(delay, CancellationToken.None);
            TimeSpan overrun = Stopwatch.GetElapsedTime(startedAt) - delay;
            lock (_lock)
            {
                _timers.Add(TimeSpan.FromTicks(Math.Max(overrun.Ticks, 0)));
            }
        }
    }

    private async Task MeasureAsync(Func<Task> call, TimeSpan timeout, bool counts)
    {
        long startedAt = Stopwatch.GetTimestamp();
        Task running = call();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        TimeSpan overrun = Stopwatch.GetElapsedTime(startedAt) - timeout;
        bool isTimeout = running is Task<CancelAlgoOrderOutcome> { IsCompletedSuccessfully: true } || running.Exception?.InnerException is AlgoOrderTransportException;
        if (!counts)
        {
            return;
        }

        lock (_lock)
        {
            _unexpected += Convert.ToInt32(!isTimeout);
            _overruns.Add(TimeSpan.FromTicks(Math.Max(overrun.Ticks, 0)));
        }
    }
}
