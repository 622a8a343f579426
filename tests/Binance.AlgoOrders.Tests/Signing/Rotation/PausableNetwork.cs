namespace Binance.AlgoOrders.Tests.Signing.Rotation;

/// <summary>Delays requests between Pause and Resume. It is no <see cref="DelegatingHandler"/>, because those get requests before they are signed.</summary>
internal sealed class PausableNetwork(HttpMessageHandler network) : HttpMessageHandler
{
    private readonly HttpMessageInvoker _network = new(network);
    private int _arrived;
    private TaskCompletionSource? _resumed;

    public int Arrived => Volatile.Read(ref _arrived);

    public void Pause() => _resumed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Resume() => _resumed!.SetResult();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _arrived);
        if (_resumed is { } resumed)
        {
            await resumed.Task.WaitAsync(cancellationToken);
        }

        return await _network.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _network.Dispose();
        }

        base.Dispose(disposing);
    }
}
