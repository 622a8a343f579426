namespace Binance.AlgoOrders.Streams.Internal.Session;

/// <summary>Extends the listen key of a connection, and so confirms that the account still has it.</summary>
internal sealed class KeyKeeper(AlgoOrderClient client, ListenKey key, StreamConfidence confidence, TimeSpan interval, TimeProvider timeProvider)
{
    /// <summary>Runs until the key is dead.</summary>
    public async Task<StreamDeath> RunAsync(CancellationToken end)
    {
        long extendedAt = timeProvider.GetTimestamp();
        while (true)
        {
            await Task.Delay(interval, timeProvider, end).ConfigureAwait(false);
            long sentAt = timeProvider.GetTimestamp();
            try
            {
                if (!await client.ExtendUserStreamAsync(key, end).ConfigureAwait(false))
                {
                    return new StreamDeath(AlgoOrderStreamReason.KeyExpired);
                }

                extendedAt = sentAt;
                confidence.ConfirmKey();
            }
            catch (AlgoOrderException failure) when (timeProvider.GetElapsedTime(extendedAt) < StreamTimes.KeyValidity)
            {
                // The key is valid for an hour, so that the connection goes on.
                confidence.DoubtKey(failure);
            }
            catch (AlgoOrderException failure)
            {
                return new StreamDeath(AlgoOrderStreamReason.KeyNotConfirmed, failure);
            }
        }
    }
}
