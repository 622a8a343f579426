using Binance.AlgoOrders.Streams.Internal.Connection;
using Binance.AlgoOrders.Streams.Internal.Delivery;

namespace Binance.AlgoOrders.Streams.Internal.Session;

/// <summary>Keeps one connection open, one at a time except for the moment in which an old one is replaced, and reconnects with growing pauses.</summary>
internal sealed class StreamSession(
    AlgoOrderClient client, IStreamConnector connector, UpdateHub hub, StatusFeed status, StreamSettings settings, TimeProvider timeProvider)
{
    private readonly ReconnectDelays _delays = new(timeProvider);

    /// <summary>Runs until the stream is disposed. Then the task is canceled.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        // The constructor of the stream must not run the code that connects.
        await Task.Delay(StreamTimes.Start, timeProvider, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stop.IsCancellationRequested)
        {
            long startedAt = timeProvider.GetTimestamp();
            StreamDeath death = await TryRunConnectionAsync(stop).ConfigureAwait(false);
            status.Set(AlgoOrderStreamState.Dead, death.Reason, death.Failure);
            TimeSpan pause = _delays.Next(timeProvider.GetElapsedTime(startedAt), death.BlockedFor);
            await Task.Delay(pause, timeProvider, stop).ConfigureAwait(false);
            status.Set(AlgoOrderStreamState.Connecting, death.Reason, death.Failure);
        }
    }

    // A failure that is not expected, such as that of a client that has been disposed, must not end the stream unnoticed.
    private async Task<StreamDeath> TryRunConnectionAsync(CancellationToken stop)
    {
        try
        {
            return await RunConnectionAsync(stop).ConfigureAwait(false);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            return new StreamDeath(AlgoOrderStreamReason.ConnectionFailed, failure);
        }
    }

    private async Task<StreamDeath> RunConnectionAsync(CancellationToken stop)
    {
        OpenedCarrier opened = await OpenAsync(stop).ConfigureAwait(false);
        if (opened.Carrier is not { } carrier)
        {
            return opened.Death!;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var confidence = new StreamConfidence(status);
        Task<StreamDeath> key = new KeyKeeper(client, opened.Key!, confidence, settings.KeyInterval, timeProvider).RunAsync(end.Token);
        Task<StreamDeath> snapshots = new SnapshotKeeper(new SnapshotLoader(client, hub, timeProvider), confidence, settings.SnapshotInterval, timeProvider).RunAsync(end.Token);
        try
        {
            while (true)
            {
                Task age = DelayUntilAgedAsync(carrier, end.Token);
                Task ended = await Task.WhenAny(carrier.Death, key, snapshots, age).ConfigureAwait(false);
                if (ended is Task<StreamDeath> death)
                {
                    return await death.ConfigureAwait(false);
                }

                await age.ConfigureAwait(false);
                carrier = await ReplaceAsync(carrier, stop).ConfigureAwait(false);
            }
        }
        finally
        {
            // A request that is in progress ends later, and then changes nothing.
            confidence.End();
            Cancel(end);
            await carrier.DisposeAsync().ConfigureAwait(false);
        }
    }

    // CancelAsync would continue on another thread, and on a manual clock time would pass meanwhile.
    private static void Cancel(CancellationTokenSource source) => source.Cancel();

    private Task DelayUntilAgedAsync(StreamCarrier carrier, CancellationToken end)
    {
        TimeSpan rest = StreamTimes.MaxAge - timeProvider.GetElapsedTime(carrier.StartedAt);
        return Task.Delay(rest > StreamTimes.ReplaceRetry ? rest : StreamTimes.ReplaceRetry, timeProvider, end);
    }

    /// <summary>Opens a second connection and closes the first one a while later, so that no event is lost. Events that both carry are applied once.</summary>
    private async Task<StreamCarrier> ReplaceAsync(StreamCarrier old, CancellationToken stop)
    {
        OpenedCarrier opened = await OpenAsync(stop).ConfigureAwait(false);
        if (opened.Carrier is not { } next)
        {
            return old;
        }

        await Task.Delay(StreamTimes.Overlap, timeProvider, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await old.DisposeAsync().ConfigureAwait(false);
        return next;
    }

    private async Task<OpenedCarrier> OpenAsync(CancellationToken stop)
    {
        ListenKey key;
        try
        {
            key = await client.StartUserStreamAsync(stop).ConfigureAwait(false);
        }
        catch (AlgoOrderException failure)
        {
            return new OpenedCarrier(Death: new StreamDeath(AlgoOrderStreamReason.KeyNotStarted, failure));
        }

        try
        {
            using var limit = new CancellationTokenSource(StreamTimes.Connect, timeProvider);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
            Uri address = StreamAddress.Of(key, settings.BaseAddress);
            IStreamConnection connection = await connector.ConnectAsync(address, end.Token).ConfigureAwait(false);
            return new OpenedCarrier(key, new StreamCarrier(connection, hub, timeProvider, stop));
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new OpenedCarrier(Death: new StreamDeath(AlgoOrderStreamReason.ConnectionFailed, new TimeoutException("The WebSocket was not opened in time.")));
        }
        catch (Exception failure) when (failure is IOException or InvalidOperationException)
        {
            return new OpenedCarrier(Death: new StreamDeath(AlgoOrderStreamReason.ConnectionFailed, failure));
        }
    }

    /// <summary>The result of opening a connection: key and carrier, or the reason why there is none.</summary>
    private sealed record OpenedCarrier(ListenKey? Key = null, StreamCarrier? Carrier = null, StreamDeath? Death = null);
}

/// <summary>The settings of a session.</summary>
/// <param name="BaseAddress">The user's own address, or null for the one that belongs to the client's host.</param>
/// <param name="KeyInterval">The interval in which the listen key is extended.</param>
/// <param name="SnapshotInterval">The interval in which the open orders are compared.</param>
internal sealed record StreamSettings(Uri? BaseAddress, TimeSpan KeyInterval, TimeSpan SnapshotInterval);
