using System.Threading.Channels;

namespace Binance.AlgoOrders.Samples;

/// <summary>Reads lines from stdin as heartbeats.</summary>
internal sealed class DeadManSwitch(TimeSpan interval)
{
    private readonly Channel<bool> _heartbeats = Channel.CreateUnbounded<bool>();

    /// <summary>Returns after a whole interval without a line. After the end of stdin no more lines count.</summary>
    public async Task WaitForTimeoutAsync(CancellationToken cancellationToken)
    {
        // A read from a terminal cannot be canceled, so it runs on a background thread, which does not keep the process alive.
        new Thread(ReadLines) { IsBackground = true }.Start();
        while (await IsAliveAsync(cancellationToken))
        {
            while (_heartbeats.Reader.TryRead(out _))
            {
            }
        }
    }

    private async Task<bool> IsAliveAsync(CancellationToken cancellationToken)
    {
        long started = TimeProvider.System.GetTimestamp();
        try
        {
            if (await _heartbeats.Reader.WaitToReadAsync(cancellationToken).AsTask().WaitAsync(interval, cancellationToken))
            {
                return true;
            }
        }
        catch (TimeoutException)
        {
            return false;
        }

        TimeSpan remaining = interval - TimeProvider.System.GetElapsedTime(started);
        await Task.Delay(remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero, cancellationToken);
        return false;
    }

    private void ReadLines()
    {
        try
        {
            while (Console.ReadLine() is not null)
            {
                _heartbeats.Writer.TryWrite(true);
            }
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // No more lines arrive, for example because the terminal is closed. An exception that left this thread would end the process.
        }

        _heartbeats.Writer.TryComplete();
    }
}
