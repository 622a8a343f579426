namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Removes the content of requests, as a handler does that knows of no content for a DELETE.</summary>
internal sealed class WithoutContentHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Content = null;
        return base.SendAsync(request, cancellationToken);
    }
}
