using System.Net;
using System.Net.Sockets;
using Binance.AlgoOrders.IntegrationTests.HostileResponses;
using Binance.AlgoOrders.IntegrationTests.Proxies;

namespace Binance.AlgoOrders.IntegrationTests.SilentConnections;

/// <summary>Tests hedges of a client whose connections are configured by a handler of the user.</summary>
[Collection(nameof(SilentConnectionTests))]
public class UsersHandlerTests
{
    private static readonly TimeSpan HangTimeout = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Every_attempt_uses_the_callbacks_of_a_users_handler()
    {
        await using TlsExchange exchange = await TlsExchange.StartAsync();
        int connects = 0;
        int checkedCertificates = 0;
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellationToken) =>
            {
                Interlocked.Increment(ref connects);
                return await ConnectAsync(exchange.Port, cancellationToken);
            },
        };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => Interlocked.Increment(ref checkedCertificates) > 0;
        using AlgoOrderClient client = CreateClient(exchange, handler, "https://exchange.test/");
        exchange.IgnoreNext(2);

        await CancelAsync(client, exchange);

        Assert.Equal((3, 3), (connects, checkedCertificates));
        Assert.Equal(3, exchange.Requests.Count);
    }

    [Fact]
    public async Task Every_attempt_uses_the_proxy_of_a_users_handler()
    {
        await using TlsExchange exchange = await TlsExchange.StartAsync();
        await using var proxy = new RecordingProxy(exchange.Port);
        using var handler = new SocketsHttpHandler { Proxy = new WebProxy($"http://127.0.0.1:{proxy.Address}"), SslOptions = exchange.Trust };
        using AlgoOrderClient client = CreateClient(exchange, handler, "https://exchange.test/");
        exchange.IgnoreNext(2);

        await CancelAsync(client, exchange);

        Assert.Equal(3, proxy.Requests.Count(head => head.StartsWith("CONNECT ", StringComparison.Ordinal)));
        Assert.Equal(3, exchange.Requests.Count);
    }

    [Fact]
    public async Task A_disposed_client_closes_its_own_connections_and_leaves_the_users_handler_open()
    {
        await using TlsExchange exchange = await TlsExchange.StartAsync();
        await using var relay = new SilencingRelay(exchange.Port);
        using var handler = new SocketsHttpHandler { SslOptions = exchange.Trust };
        AlgoOrderClient client = CreateClient(exchange, handler, $"https://127.0.0.1:{relay.Port}/");
        exchange.IgnoreNext(1);
        await CancelAsync(client, exchange);
        await CancelAsync(client, exchange);

        client.Dispose();

        await relay.ClosedAsync(connection: 1).WaitAsync(HangTimeout, TestContext.Current.CancellationToken);
        using var user = new HttpMessageInvoker(handler, disposeHandler: false);
        using var ping = new HttpRequestMessage(HttpMethod.Get, new Uri($"https://127.0.0.1:{relay.Port}/fapi/v1/ping"));
        using HttpResponseMessage response = await user.SendAsync(ping, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(exchange.Requests[^2].Connection, exchange.Requests[^1].Connection);
    }

    [Fact]
    public async Task A_disposed_client_without_a_users_handler_closes_all_connections()
    {
        await using var peer = new HostilePeer(IgnoreAsync) { BadResponses = 1 };
        await using var relay = new SilencingRelay(peer.BaseAddress.Port);
        AlgoOrderClient client = AlgoOrderClient.Create(CreateOptions("made-up-api-key", "made-up-secret-key", $"http://127.0.0.1:{relay.Port}/"));
        await client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(2146760), TestContext.Current.CancellationToken);
        await client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(2146760), TestContext.Current.CancellationToken);
        Assert.Equal(3, relay.Accepted);

        client.Dispose();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(relay.ClosedAsync)).WaitAsync(HangTimeout, TestContext.Current.CancellationToken);
    }

    private static AlgoOrderClient CreateClient(TlsExchange exchange, SocketsHttpHandler handler, string address) =>
        AlgoOrderClient.Create(CreateOptions(exchange.Account.ApiKey, exchange.Account.SecretKey, address), handler);

    // Longer than a handshake, so that only a request that gets no response is hedged.
    private static AlgoOrderClientOptions CreateOptions(string apiKey, string secretKey, string address) =>
        new() { ApiKey = apiKey, SecretKey = secretKey, BaseAddress = new Uri(address), HedgeAfter = TimeSpan.FromMilliseconds(300) };

    private static async Task CancelAsync(AlgoOrderClient client, TlsExchange exchange)
    {
        // The call ends with its first attempts, so that none succeeds after their timeout.
        CancelAlgoOrderRequest request = CancelAlgoOrderRequest.ByAlgoId(exchange.Account.Place().AlgoId) with { Timeout = TimeSpan.FromSeconds(2) };
        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(await client.EnsureCanceledAsync(request, TestContext.Current.CancellationToken).WaitAsync(HangTimeout, TestContext.Current.CancellationToken));
    }

    private static async Task<bool> IgnoreAsync(Stream stream, string head, CancellationToken stop)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, stop);
        return false;
    }

    private static async Task<Stream> ConnectAsync(int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
