using System.Globalization;
using Binance.AlgoOrders.Internal.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Internal.Signing;

/// <summary>Asks a provider for credentials, one inquiry at a time for all callers, and puts what it brings on the key ring.</summary>
internal sealed class CredentialsSupply(IApiCredentialsProvider provider, KeyRing keys, TimeSpan patience, TimeProvider timeProvider, ILogger logger) : IDisposable
{
    private readonly Gate _turn = new();
    private readonly CancellationTokenSource _end = new();
    private Inquiry? _latest;

    /// <summary>Returns once an inquiry with a higher number has been answered, throws when it failed. What is under way is joined.</summary>
    public async Task AskAfterAsync(int number, CredentialsReason reason, CancellationToken cancellationToken)
    {
        while (JoinOrBegin(number, reason) is { } inquiry)
        {
            // The inquiry is nobody's: the caller who started it may leave, and the others still want its result.
            Task answer = inquiry.Answer;
            if (inquiry.Number > number)
            {
                await answer.WaitAsync(cancellationToken).ConfigureAwait(false);
                return;
            }

            // It began too early to count, however it ends; but there is only one at a time.
            await Task.WhenAny(answer).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    private Inquiry? JoinOrBegin(int number, CredentialsReason reason)
    {
        lock (_turn)
        {
            if (keys.WasAnsweredAfter(number))
            {
                return null;
            }

            return _latest is { IsOver: false } ? _latest : _latest = new Inquiry(keys.BeginInquiry(), begun => RunAsync(begun, reason));
        }
    }

    private async Task RunAsync(int number, CredentialsReason reason)
    {
        try
        {
            keys.Put(await GetAsync(reason).ConfigureAwait(false), number);
        }
        catch (Exception failure)
        {
            logger.CredentialsNotFetched(reason, failure);
            throw;
        }
    }

    private async Task<ApiCredentials> GetAsync(CredentialsReason reason)
    {
        using var timer = new CancellationTokenSource(patience, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, _end.Token);
        try
        {
            return await provider.GetAsync(reason, either.Token).AsTask().WaitAsync(either.Token).ConfigureAwait(false)
                ?? throw new InvalidOperationException("The credentials provider brought nothing.");
        }
        catch (OperationCanceledException canceled) when (timer.IsCancellationRequested)
        {
            throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"The credentials provider did not answer within {patience:c}"), canceled);
        }
    }

    /// <summary>Runs when it is first waited for, outside of the lock.</summary>
    private sealed class Inquiry(int number, Func<int, Task> run)
    {
        private readonly Lazy<Task> _answer = new(() => run(number));

        public int Number => number;

        public Task Answer => _answer.Value;

        public bool IsOver => _answer is { IsValueCreated: true, Value.IsCompleted: true };
    }
}
