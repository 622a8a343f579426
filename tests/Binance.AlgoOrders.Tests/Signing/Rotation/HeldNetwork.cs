namespace Binance.AlgoOrders.Tests.Signing.Rotation;

/// <summary>Holds requests back on their way, where a test asks for it.</summary>
internal sealed class HeldNetwork(HttpMessageHandler network) : DelegatingHandler(network)
{
    private int _arrived;
    private TaskCompletionSource? _gate;

    public int Arrived => Volatile.Read(ref _arrived);

    public void Hold() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release() => _gate!.SetResult();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _arrived);
        if (_gate is { } gate)
        {
            await gate.Task.WaitAsync(cancellationToken);
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
