namespace Binance.AlgoOrders.Internal.Http;

/// <summary>Holds a token that is canceled at the deadline of a call, or when the caller's token is.</summary>
internal sealed class CallEnd(CancellationTokenSource timer, CancellationToken callerToken) : IDisposable
{
    private readonly CancellationTokenSource _either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, callerToken);

    public CancellationToken Token => _either.Token;

    public void Dispose()
    {
        _either.Dispose();
        timer.Dispose();
    }
}
