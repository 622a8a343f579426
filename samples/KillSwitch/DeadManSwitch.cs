using System.Threading.Channels;

namespace Binance.AlgoOrders.Samples;

/// <summary>Listens for lines on stdin, each a sign of life.</summary>
internal sealed class DeadManSwitch(TimeSpan interval)
{
    private readonly Channel<bool> _signsOfLife = Channel.CreateUnbounded<bool>();

    /// <summary>Returns once no line came for a whole interval; the end of stdin is silence too.</summary>
    public async Task WaitForSilenceAsync(CancellationToken cancellationToken)
    {
        // A read from a terminal cannot be canceled: the thread is left behind, and does not keep the process alive.
        new Thread(ReadLines) { IsBackground = true }.Start();
        while (await IsAliveAsync(cancellationToken))
        {
            while (_signsOfLife.Reader.TryRead(out _))
            {
            }
        }
    }

    private async Task<bool> IsAliveAsync(CancellationToken cancellationToken)
    {
        long started = TimeProvider.System.GetTimestamp();
        try
        {
            if (await _signsOfLife.Reader.WaitToReadAsync(cancellationToken).AsTask().WaitAsync(interval, cancellationToken))
            {
                return true;
            }
        }
        catch (TimeoutException)
        {
            return false;
        }

        TimeSpan rest = interval - TimeProvider.System.GetElapsedTime(started);
        await Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, cancellationToken);
        return false;
    }

    private void ReadLines()
    {
        try
        {
            while (Console.ReadLine() is not null)
            {
                _signsOfLife.Writer.TryWrite(true);
            }
        }
        catch (IOException)
        {
            // A terminal that is gone says nothing any more.
        }

        _signsOfLife.Writer.TryComplete();
    }
}
