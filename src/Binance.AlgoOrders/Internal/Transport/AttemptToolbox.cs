using System.Collections.Concurrent;

namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>
/// Lends what an attempt needs, and takes it back for the next one. Only after an attempt that came to its regular end: of one that was
/// cut short, somebody may still be writing the answer.
/// </summary>
internal sealed class AttemptToolbox(TimeProvider timeProvider)
{
    private const int MostIdle = 64;

    private readonly ConcurrentQueue<AttemptTools> _idle = new();

    public AttemptTools Rent(TimeSpan time)
    {
        if (!_idle.TryDequeue(out AttemptTools? tools))
        {
            return new AttemptTools(time, timeProvider);
        }

        tools.Timer.CancelAfter(time);
        return tools;
    }

    public void Return(AttemptTools tools, bool isIntact)
    {
        if (isIntact && _idle.Count < MostIdle && tools.Timer.TryReset() && tools.Content.IsAsMade)
        {
            tools.Content.Clear();
            tools.Body.Clear();
            _idle.Enqueue(tools);
        }
        else
        {
            tools.Dispose();
        }
    }
}
