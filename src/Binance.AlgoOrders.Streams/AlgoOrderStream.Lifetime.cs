namespace Binance.AlgoOrders;

// Disposal.
public partial class AlgoOrderStream
{
    /// <summary>Closes the connection in the background. Reading ends.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connection. Reading ends.</summary>
    /// <returns>A task that represents the operation.</returns>
    public async ValueTask DisposeAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        Dispose(disposing: false);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the resources of the stream.</summary>
    /// <param name="disposing">True if called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _ = CloseAsync();
        }
    }

    private async Task CloseAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _hub?.Complete();
        if (_options.EndsKeyOnDispose)
        {
            await EndKeyAsync().ConfigureAwait(false);
        }

        _status?.Set(AlgoOrderStreamState.Dead, AlgoOrderStreamReason.Disposed);
        _telemetry?.Dispose();
        _stop.Dispose();
    }

    private async Task EndKeyAsync()
    {
        try
        {
            await _client!.EndUserStreamAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is AlgoOrderException or ObjectDisposedException)
        {
            _telemetry!.RecordEndFailed(failure);
        }
    }
}
