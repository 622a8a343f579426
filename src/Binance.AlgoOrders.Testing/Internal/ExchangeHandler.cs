using System.Net;

namespace Binance.AlgoOrders.Testing.Internal;

/// <summary>The exchange as the end of an HttpClient's pipeline.</summary>
internal sealed class ExchangeHandler(SimulatedExchange exchange) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        SimulatedRequest transmitted = await TransmitAsync(request, cancellationToken).ConfigureAwait(false);
        SimulatedAnswer answer = await exchange.HandleAsync(transmitted, cancellationToken).ConfigureAwait(false);
        return answer.Connection switch
        {
            SimulatedConnection.Refused => throw new HttpRequestException(
                HttpRequestError.ConnectionError, "Connection refused by the simulated exchange."),
            _ when answer.IsDropped => throw new HttpRequestException(
                HttpRequestError.ResponseEnded,
                "The simulated exchange ended the connection before an answer.",
                new HttpIOException(HttpRequestError.ResponseEnded)),
            _ => Receive(request, answer),
        };
    }

    private static async Task<SimulatedRequest> TransmitAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers = request.Headers;
        headers = request.Content is null ? headers : headers.Concat(request.Content.Headers);
        Uri uri = request.RequestUri ?? throw new InvalidOperationException("The request has no URI.");
        IEnumerable<KeyValuePair<string, string>> joined = headers.Select(static header => KeyValuePair.Create(header.Key, string.Join(", ", header.Value)));
        return new SimulatedRequest(request.Method.Method, uri.PathAndQuery, joined, body);
    }

    private static HttpResponseMessage Receive(HttpRequestMessage request, SimulatedAnswer answer)
    {
        bool isBroken = answer.Connection == SimulatedConnection.BrokenInsideBody;
        HttpContent content = isBroken ? new BrokenContent(answer.Body) : new ReadOnlyMemoryContent(answer.Body);
        var response = new HttpResponseMessage((HttpStatusCode)answer.StatusCode) { RequestMessage = request, Content = content };
        foreach ((string name, string value) in answer.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }
}
