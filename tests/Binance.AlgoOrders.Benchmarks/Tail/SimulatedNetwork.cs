using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>
/// Carries requests to a simulated exchange and responses back, in real time. A client that gives up does not stop a request that is on its way.
/// </summary>
internal sealed class SimulatedNetwork(SimulatedExchange exchange, WaitQueue waits, int seed) : HttpMessageHandler
{
    private readonly ConcurrentDictionary<long, int> _requests = new();
    private ConcurrentQueue<double> _delays = new();
    private int _count;

    public NetworkConditions Conditions { get; private set; } = new(RoundTrip: 1, StallPercent: 0);

    /// <summary>Gets the number of requests since the conditions were set.</summary>
    public int Requests => Volatile.Read(ref _count);

    /// <summary>Gets the milliseconds by which the responses since then came later than their latency. A busy machine causes them.</summary>
    public IReadOnlyCollection<double> Delays => _delays;

    public Venue ToVenue() => new("simulated network", new Uri("https://exchange.example"), () => this);

    /// <summary>Sets the conditions and starts to count anew.</summary>
    public void Set(NetworkConditions conditions)
    {
        Conditions = conditions;
        _delays = new ConcurrentQueue<double>();
        Volatile.Write(ref _count, 0);
    }

    /// <summary>Returns the delivery of a request for an order.</summary>
    /// <param name="order">The id of the order, or 0 for requests without one.</param>
    /// <param name="ordinal">The number of earlier requests for the order.</param>
    public RequestDelivery DeliveryOf(long order, int ordinal) => RequestDelivery.Draw(Conditions, seed, order, ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        long sentAt = Stopwatch.GetTimestamp();
        SimulatedRequest transmitted = Copy(request);
        RequestDelivery delivery = DeliveryOf(transmitted);
        Interlocked.Increment(ref _count);
        SimulatedResponse response = await TransmitAsync(transmitted, delivery, sentAt).WaitAsync(cancellationToken);
        return CreateMessage(request, response);
    }

    // The client may change or dispose of the message when it gives up.
    private static SimulatedRequest Copy(HttpRequestMessage request) => new(
        request.Method.Method,
        request.RequestUri!.PathAndQuery,
        request.Headers.Select(static header => KeyValuePair.Create(header.Key, string.Join(", ", header.Value))));

    private RequestDelivery DeliveryOf(SimulatedRequest request)
    {
        long order = OrderOf(request.Query);
        return DeliveryOf(order, _requests.AddOrUpdate(order, 0, static (_, ordinal) => ordinal + 1));
    }

    private async Task<SimulatedResponse> TransmitAsync(SimulatedRequest request, RequestDelivery delivery, long sentAt)
    {
        var never = new TaskCompletionSource<SimulatedResponse>();
        if (!delivery.IsExecuted)
        {
            return await never.Task;
        }

        long latency = (long)(delivery.Latency.TotalSeconds * Stopwatch.Frequency);
        await waits.WaitUntilAsync(sentAt + (latency / 2));
        SimulatedResponse response = await exchange.HandleAsync(request);
        if (delivery.IsStalled)
        {
            return await never.Task;
        }

        await waits.WaitUntilAsync(sentAt + latency);
        _delays.Enqueue((Stopwatch.GetElapsedTime(sentAt) - delivery.Latency).TotalMilliseconds);
        return response;
    }

    private static long OrderOf(string query)
    {
        const string Name = "algoId=";
        int start = query.IndexOf(Name, StringComparison.Ordinal);
        if (start < 0)
        {
            return 0;
        }

        // The signature follows.
        ReadOnlySpan<char> rest = query.AsSpan(start + Name.Length);
        return long.Parse(rest[..rest.IndexOf('&')], CultureInfo.InvariantCulture);
    }

    private static HttpResponseMessage CreateMessage(HttpRequestMessage request, SimulatedResponse response)
    {
        var message = new HttpResponseMessage((HttpStatusCode)response.StatusCode) { RequestMessage = request, Content = new ReadOnlyMemoryContent(response.Body) };
        foreach ((string name, string value) in response.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }
}
