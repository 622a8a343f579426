namespace Binance.AlgoOrders.RedisWorker;

internal sealed class DepartureHandler(Departures departures) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        departures.See();
        return base.SendAsync(request, cancellationToken);
    }
}
