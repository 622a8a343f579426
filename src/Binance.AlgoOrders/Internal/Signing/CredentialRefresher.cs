using System.Globalization;
using Binance.AlgoOrders.Internal.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Internal.Signing;

/// <summary>Gets credentials from the provider and stores them. Concurrent callers share one refresh.</summary>
internal sealed class CredentialRefresher(IApiCredentialsProvider provider, CredentialStore store, TimeSpan timeout, TimeProvider timeProvider, ILogger logger) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _disposal = new();
    private Refresh? _latest;

    /// <summary>Returns when a refresh with a higher version has completed. Joins the refresh in progress. Throws if it fails.</summary>
    public async Task RefreshAfterAsync(int version, CredentialsReason reason, CancellationToken cancellationToken)
    {
        while (JoinOrStart(version, reason) is { } refresh)
        {
            // The refresh does not end with the caller who started it, because others may wait for it.
            Task completion = refresh.Completion;
            if (refresh.Version > version)
            {
                await completion.WaitAsync(cancellationToken).ConfigureAwait(false);
                return;
            }

            // This refresh started too early to count, but only one runs at a time.
            await Task.WhenAny(completion).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _disposal.Cancel();
        _disposal.Dispose();
    }

    private Refresh? JoinOrStart(int version, CredentialsReason reason)
    {
        lock (_lock)
        {
            if (store.WasRefreshedAfter(version))
            {
                return null;
            }

            if (_latest is null or { IsCompleted: true })
            {
                _latest = new Refresh(store.NextVersion(), started => RunAsync(started, reason));
            }

            return _latest;
        }
    }

    private async Task RunAsync(int version, CredentialsReason reason)
    {
        try
        {
            store.Set(await GetCredentialsAsync(reason).ConfigureAwait(false), version);
        }
        catch (Exception failure)
        {
            logger.CredentialsRefreshFailed(reason, failure);
            throw;
        }
    }

    private async Task<ApiCredentials> GetCredentialsAsync(CredentialsReason reason)
    {
        using var timer = new CancellationTokenSource(timeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, _disposal.Token);
        try
        {
            return await provider.GetAsync(reason, either.Token).AsTask().WaitAsync(either.Token).ConfigureAwait(false)
                ?? throw new InvalidOperationException("The credentials provider must return credentials, but returned null.");
        }
        catch (OperationCanceledException canceled) when (timer.IsCancellationRequested)
        {
            throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"The credentials provider did not respond within {timeout:c}"), canceled);
        }
    }

    /// <summary>A refresh that starts when it is first awaited, outside the lock.</summary>
    private sealed class Refresh(int version, Func<int, Task> run)
    {
        private readonly Lazy<Task> _completion = new(() => run(version));

        public int Version => version;

        public Task Completion => _completion.Value;

        public bool IsCompleted => _completion is { IsValueCreated: true, Value.IsCompleted: true };
    }
}
