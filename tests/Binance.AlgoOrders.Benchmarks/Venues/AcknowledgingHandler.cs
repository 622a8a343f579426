using System.Net;
using System.Net.Http.Headers;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Acknowledges every cancel without a transport: immediately, or on another thread as for a response from a socket.</summary>
internal sealed class AcknowledgingHandler(bool isImmediate) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        isImmediate ? Task.FromResult(CreateResponse(request)) : RespondLaterAsync(request);

    private static async Task<HttpResponseMessage> RespondLaterAsync(HttpRequestMessage request)
    {
        await Task.Yield();
        return CreateResponse(request);
    }

    private static HttpResponseMessage CreateResponse(HttpRequestMessage request)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(Acknowledgement.Body) { Headers = { ContentType = new MediaTypeHeaderValue(Acknowledgement.ContentType) } },
        };
        foreach ((string name, string value) in Acknowledgement.Headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }
}
