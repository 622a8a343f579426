namespace Binance.AlgoOrders.RedisWorker;

internal sealed class DepartureHandler(Departures departures) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        bool isBanKnown = departures.RecordRequest();
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);

        // The client refuses a request at the connection, too, if a ban has become known since it was started. That request throws.
        if (isBanKnown)
        {
            departures.RecordSentWhileBanned();
        }

        return response;
    }
}
