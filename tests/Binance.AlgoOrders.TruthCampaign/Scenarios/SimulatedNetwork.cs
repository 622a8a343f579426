using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>
/// The network between client and exchange. A sent request arrives even if the client stops waiting. It is no <see cref="DelegatingHandler"/>,
/// because those get requests before they are signed.
/// </summary>
internal sealed class SimulatedNetwork(HttpMessageHandler exchange, ManualTimeProvider time, Dice dice, TimeSpan maxLatency) : HttpMessageHandler
{
    private readonly HttpMessageInvoker _exchange = new(exchange);
    private readonly int _thread = Environment.CurrentManagedThreadId;

    /// <summary>True if a request came from another thread than the scenario, so that its virtual time is random.</summary>
    public bool SwitchedThread { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        SwitchedThread |= Environment.CurrentManagedThreadId != _thread;
        cancellationToken.ThrowIfCancellationRequested();
        return SendDelayedAsync(Copy(request)).WaitAsync(cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _exchange.Dispose();
        }

        base.Dispose(disposing);
    }

    // The client removes key and signature from its message when it stops waiting. The sent copy keeps them.
    private static HttpRequestMessage Copy(HttpRequestMessage request)
    {
        HttpContent? content = request.Content is null ? null : new ByteArrayContent([]);
        var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = content };
        foreach ((string name, IEnumerable<string> values) in request.Headers)
        {
            copy.Headers.TryAddWithoutValidation(name, values);
        }

        return copy;
    }

    private async Task<HttpResponseMessage> SendDelayedAsync(HttpRequestMessage request)
    {
        using (request)
        {
            await DelayAsync();
            HttpResponseMessage response = await _exchange.SendAsync(request, CancellationToken.None);
            await DelayAsync();
            return response;
        }
    }

    private Task DelayAsync() => maxLatency == TimeSpan.Zero ? Task.CompletedTask : Task.Delay(dice.Between(maxLatency / 10, maxLatency), time);
}
