using System.Net;
using System.Net.Http.Headers;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Acknowledges every cancel without any transport: at once, or on another thread as an answer from a socket comes.</summary>
internal sealed class AcknowledgingHandler(bool answersAtOnce) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        answersAtOnce ? Task.FromResult(Answer(request)) : AnswerLaterAsync(request);

    private static async Task<HttpResponseMessage> AnswerLaterAsync(HttpRequestMessage request)
    {
        await Task.Yield();
        return Answer(request);
    }

    private static HttpResponseMessage Answer(HttpRequestMessage request)
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
