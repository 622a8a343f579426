namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Sets the header Expect: 100-continue.</summary>
internal sealed class ExpectContinueHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.ExpectContinue = true;
        return base.SendAsync(request, cancellationToken);
    }
}
