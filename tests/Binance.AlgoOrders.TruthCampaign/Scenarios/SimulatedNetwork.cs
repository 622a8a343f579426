using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>
/// The network between client and exchange, as the innermost handler. A sent request arrives even if the client stops waiting. Like SocketsHttpHandler,
/// it sends a message without content, or with Expect: 100-continue, again by itself if the connection is closed before a response.
/// </summary>
internal sealed class SimulatedNetwork(ScenarioEnvironment environment, Dice dice, TimeSpan maxLatency) : HttpMessageHandler
{
    private const int MaxResends = 3;

    private readonly StrongBox<int> _arrived = new();

    /// <summary>True if a request came from another thread than the scenario, so that its virtual time is random.</summary>
    public bool SwitchedThread { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        SwitchedThread |= environment.IsOnOtherThread;

        // The client removes key and signature from its message when it stops waiting. The sent copy keeps them.
        var transmitted = new SimulatedRequest(request.Method.Method, request.RequestUri!.PathAndQuery, HeadersOf(request));
        bool mayResend = request.Content is null || request.Headers.ExpectContinue == true;
        for (int copy = 0; ; copy++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (request.Content is { } content)
            {
                await content.CopyToAsync(Stream.Null, cancellationToken);
            }

            SentRequest sent = environment.RecordSent();
            SimulatedResponse response = await TransmitAsync(transmitted, sent).WaitAsync(cancellationToken);
            if (response.Connection != ConnectionOutcome.Closed || !mayResend || copy == MaxResends)
            {
                RecordSeen(sent, transmitted, response);
                return CreateMessage(request, response);
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> HeadersOf(HttpRequestMessage request) =>
        request.Headers.Select(header => KeyValuePair.Create(header.Key, string.Join(", ", header.Value)));

    private static HttpResponseMessage CreateMessage(HttpRequestMessage request, SimulatedResponse response)
    {
        if (response.IsDropped)
        {
            throw response.Connection == ConnectionOutcome.Refused
                ? new HttpRequestException(HttpRequestError.ConnectionError, "The connection was refused.")
                : new HttpRequestException(HttpRequestError.ResponseEnded, "The connection ended before a response.", new HttpIOException(HttpRequestError.ResponseEnded));
        }

        HttpContent content = response.Connection == ConnectionOutcome.BrokenInsideBody ? new BrokenContent(response.Body) : new ReadOnlyMemoryContent(response.Body);
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

    private void RecordSeen(SentRequest sent, SimulatedRequest request, SimulatedResponse response)
    {
        if (request.Method == "GET" && request.Path.EndsWith("/algoOrder", StringComparison.Ordinal)
            && response is { StatusCode: 200, Connection: ConnectionOutcome.Intact } && Read(response) is { } shown)
        {
            (sent.SeenAt, sent.SeenOn) = (environment.Now.Elapsed, environment.Time.GetUtcNow());
            (sent.SeenOrder, sent.SeenNew) = (shown.AlgoId, shown.Status == "NEW");
        }
    }

    private static (long AlgoId, string? Status)? Read(SimulatedResponse response)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(response.Body);
            return json.RootElement.TryGetProperty("algoStatus", out JsonElement status)
                ? (json.RootElement.GetProperty("algoId").GetInt64(), status.GetString())
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<SimulatedResponse> TransmitAsync(SimulatedRequest request, SentRequest sent)
    {
        await DelayAsync();
        SimulatedResponse response = await ArriveAsync(request, sent);
        await DelayAsync();
        return response;
    }

    // The exchange records a request before it returns here, and no request arrives on another way.
    private Task<SimulatedResponse> ArriveAsync(SimulatedRequest request, SentRequest sent)
    {
        lock (_arrived)
        {
            sent.RecordIndex = _arrived.Value++;
            return environment.Exchange.HandleAsync(request).AsTask();
        }
    }

    private Task DelayAsync() =>
        maxLatency == TimeSpan.Zero ? Task.CompletedTask : Task.Delay(dice.Between(maxLatency / 10, maxLatency), environment.Time);
}
