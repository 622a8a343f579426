using System.Net;

namespace Binance.AlgoOrders.Testing.Internal.Http;

/// <summary>A primary handler that reaches the exchange without a socket.</summary>
internal sealed class ExchangeHandler(Func<SimulatedRequest, CancellationToken, ValueTask<SimulatedResponse>> handleAsync) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        SimulatedRequest transmitted = await TransmitAsync(request, cancellationToken).ConfigureAwait(false);
        SimulatedResponse response = await handleAsync(transmitted, cancellationToken).ConfigureAwait(false);
        return response.Connection switch
        {
            ConnectionOutcome.Refused => throw new HttpRequestException(
                HttpRequestError.ConnectionError, "The simulated exchange refused the connection."),
            _ when response.IsDropped => throw new HttpRequestException(
                HttpRequestError.ResponseEnded,
                "The simulated exchange ended the connection before a response.",
                new HttpIOException(HttpRequestError.ResponseEnded)),
            ConnectionOutcome.BrokenInsideBody => CreateMessage(request, response, new BrokenContent(response.Body)),
            _ => CreateMessage(request, response, new ReadOnlyMemoryContent(response.Body)),
        };
    }

    private static async Task<SimulatedRequest> TransmitAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri uri = request.RequestUri ?? throw new InvalidOperationException("The request must have a URI, but it was null.");
        IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers = request.Headers;
        byte[] body = [];
        if (request.Content is { } content)
        {
            body = await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            headers = headers.Concat(content.Headers);
        }

        IEnumerable<KeyValuePair<string, string>> joined = headers.Select(static header => KeyValuePair.Create(header.Key, string.Join(", ", header.Value)));
        return new SimulatedRequest(request.Method.Method, uri.PathAndQuery, joined, body);
    }

    private static HttpResponseMessage CreateMessage(HttpRequestMessage request, SimulatedResponse response, HttpContent content)
    {
        var message = new HttpResponseMessage((HttpStatusCode)response.StatusCode) { RequestMessage = request, Content = content };
        foreach ((string name, string value) in response.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }
}
