using System.Net;
using System.Text;

namespace Binance.AlgoOrders.Tests.Wire;

/// <summary>Replaces the network: records requests and returns the responses of the test.</summary>
internal sealed class PrimaryHandlerStub(Func<SentRequest, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    public const string Acknowledgement = """{"algoId":2146760,"clientAlgoId":"6B2I9XVcJpCjqPAJ4YoFX7","code":"200","msg":"success"}""";

    private readonly List<SentRequest> _sent = [];

    public PrimaryHandlerStub()
        : this((_, _) => Task.FromResult(Json(HttpStatusCode.OK, Acknowledgement)))
    {
    }

    public PrimaryHandlerStub(Func<HttpResponseMessage> answer)
        : this((_, _) => Task.FromResult(answer()))
    {
    }

    public IReadOnlyList<SentRequest> Sent
    {
        get
        {
            lock (_sent)
            {
                return [.. _sent];
            }
        }
    }

    /// <summary>The message object of the last send, as the client's handlers left it.</summary>
    public HttpRequestMessage? LastMessage { get; private set; }

    public static HttpResponseMessage Json(HttpStatusCode statusCode, string body) =>
        new(statusCode) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        SentRequest copy = await SentRequest.CopyAsync(request);
        lock (_sent)
        {
            _sent.Add(copy);
            LastMessage = request;
        }

        return await answer(copy, cancellationToken);
    }
}
