namespace Binance.AlgoOrders.IntegrationTests.Secrets;

/// <summary>A user's handler that records every message before and after it is sent.</summary>
internal sealed class CapturingHandler(Action<string> record) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        RecordMessage(request);
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            record($"{response}");
            return response;
        }
        finally
        {
            RecordMessage(request);
        }
    }

    private void RecordMessage(HttpRequestMessage request) => record($"{request} {request.RequestUri!.OriginalString} {request.Headers} {string.Join(' ', request.Options)}");
}
