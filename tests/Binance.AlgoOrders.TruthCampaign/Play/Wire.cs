using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>
/// The way between client and exchange. What was sent arrives, whether or not the client still waits: giving up recalls nothing.
/// </summary>
internal sealed class Wire(HttpMessageHandler exchange, ManualTimeProvider time, Dice dice, TimeSpan longestWay) : DelegatingHandler(exchange)
{
    private readonly int _thread = Environment.CurrentManagedThreadId;

    /// <summary>Whether a request came from another thread than the scenario's: its instant on the virtual clock is then a matter of chance.</summary>
    public bool LeftTheThread { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        LeftTheThread |= Environment.CurrentManagedThreadId != _thread;
        cancellationToken.ThrowIfCancellationRequested();
        return TravelAsync(Copy(request)).WaitAsync(cancellationToken);
    }

    // The client takes key and signature off its message when it gives up; what is on the wire keeps them.
    private static HttpRequestMessage Copy(HttpRequestMessage request)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = request.Content is null ? null : new ByteArrayContent([]) };
        foreach ((string name, IEnumerable<string> values) in request.Headers)
        {
            copy.Headers.TryAddWithoutValidation(name, values);
        }

        return copy;
    }

    private async Task<HttpResponseMessage> TravelAsync(HttpRequestMessage request)
    {
        using (request)
        {
            await OneWayAsync();
            HttpResponseMessage response = await base.SendAsync(request, CancellationToken.None);
            await OneWayAsync();
            return response;
        }
    }

    private Task OneWayAsync() => longestWay == TimeSpan.Zero ? Task.CompletedTask : Task.Delay(dice.Between(longestWay / 10, longestWay), time);
}
