using System.Net;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Sends a message again after a failure, as many hosts do for every client.</summary>
internal sealed class HostRetryHandler(HttpMessageHandler inner, TimeProvider time, bool buffers) : DelegatingHandler(inner)
{
    private const int MaxCopies = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (buffers && request.Content is { } content)
        {
            // Reading the content buffers it.
            await content.ReadAsByteArrayAsync(cancellationToken);
        }

        for (int copy = 1; copy < MaxCopies; copy++)
        {
            try
            {
                HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
                if (response.StatusCode is not (HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError))
                {
                    return response;
                }

                response.Dispose();
            }
            catch (HttpRequestException)
            {
                // The next copy may arrive.
            }

            await Task.Delay(Pause, time, CancellationToken.None).WaitAsync(cancellationToken);
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
