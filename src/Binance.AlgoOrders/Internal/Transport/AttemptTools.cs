namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>What an attempt needs besides its message. Lent by an <see cref="AttemptToolbox"/> for one attempt after the other.</summary>
internal sealed class AttemptTools(TimeSpan time, TimeProvider timeProvider) : IDisposable
{
    /// <summary>Cancels the attempt when its time is up.</summary>
    public CancellationTokenSource Timer { get; } = new(time, timeProvider);

    public EmptyContent Content { get; } = new();

    public ResponseBody Body { get; } = new();

    public void Dispose()
    {
        Timer.Dispose();
        Content.Dispose();
        Body.Dispose();
    }
}
