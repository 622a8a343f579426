namespace Binance.AlgoOrders.IntegrationTests.Secrets;

/// <summary>A handler of a user's: looks at every message before and after it was sent.</summary>
internal sealed class Onlooker(Action<string> tell) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Tell(request);
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            tell($"{response}");
            return response;
        }
        finally
        {
            Tell(request);
        }
    }

    private void Tell(HttpRequestMessage request) => tell($"{request} {request.RequestUri!.OriginalString} {request.Headers} {string.Join(' ', request.Options)}");
}
