namespace Binance.AlgoOrders.RedisWorker;

internal sealed class DepartureHandler(Departures departures) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        departures.RecordRequest();
        return base.SendAsync(request, cancellationToken);
    }
}
