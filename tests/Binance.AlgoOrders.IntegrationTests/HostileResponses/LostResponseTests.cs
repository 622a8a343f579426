using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>
/// Tests connections that the peer closes after it has executed a request and before it responds. Whatever the user's handlers do, one copy
/// arrives where the client sends one, and the execution stays unknown.
/// </summary>
public class LostResponseTests
{
    private static readonly NewAlgoOrder Stop = new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.Of(1m), 50000m);

    private static readonly string[] Closings = ["FIN", "RST"];
    private static readonly string[] Handlers = ["none", "expects 100 Continue", "demands chunks", "drops the content", "buffers the content", "replaces the content"];

    public static TheoryData<string, string> All => new MatrixTheoryData<string, string>(Closings, Handlers);

    public static TheoryData<string> Both => [.. Closings];

    [Theory]
    [MemberData(nameof(All))]
    public async Task One_cancel_arrives_and_its_execution_is_unknown(string closing, string handler)
    {
        await using HostilePeer peer = CreatePeer(closing);
        using HttpMessageHandler chain = CreateChain(handler);
        using AlgoOrderClient client = CreateClient(peer, chain);
        await UseConnectionAsync(peer, client);

        AlgoOrderException failure = await client.FailedCancelAsync();

        Assert.Equal(ExecutionStatus.Unknown, failure.Execution);
        Assert.Single(peer.Requests, request => request.StartsWith("DELETE ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task One_new_order_arrives_and_its_execution_is_unknown(string closing, string handler)
    {
        await using HostilePeer peer = CreatePeer(closing);
        using HttpMessageHandler chain = CreateChain(handler);
        using AlgoOrderClient client = CreateClient(peer, chain);
        await UseConnectionAsync(peer, client);

        Assert.Equal(ExecutionStatus.Unknown, (await FailedPlaceAsync(client)).Execution);
        Assert.Single(peer.Requests, request => request.StartsWith("POST ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_retry_inside_the_primary_handler_sends_a_cancel_twice_and_its_execution_is_unknown(string closing)
    {
        await using HostilePeer peer = CreatePeer(closing);
        using HttpMessageHandler chain = CreateChain("retries");
        using AlgoOrderClient client = CreateClient(peer, chain);
        await UseConnectionAsync(peer, client);

        Assert.Equal(ExecutionStatus.Unknown, (await client.FailedCancelAsync()).Execution);
        string[] sent = [.. peer.Requests.Where(request => request.StartsWith("DELETE ", StringComparison.Ordinal))];
        Assert.Equal(2, sent.Length);
        Assert.All(sent, request => Assert.Contains("signature=", request, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_retry_inside_the_primary_handler_sends_a_new_order_once_and_its_execution_is_unknown(string closing)
    {
        await using HostilePeer peer = CreatePeer(closing);
        using HttpMessageHandler chain = CreateChain("retries");
        using AlgoOrderClient client = CreateClient(peer, chain);
        await UseConnectionAsync(peer, client);

        Assert.Equal(ExecutionStatus.Unknown, (await FailedPlaceAsync(client)).Execution);
        Assert.Single(peer.Requests, request => request.StartsWith("POST ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_cancel_with_ExpectContinue_by_default_arrives_once(string closing)
    {
        await using HostilePeer peer = CreatePeer(closing);
        await using ServiceProvider provider = CreateProvider(peer);
        AlgoOrderClient client = provider.GetRequiredService<AlgoOrderClient>();
        await UseConnectionAsync(peer, client);

        Assert.Equal(ExecutionStatus.Unknown, (await client.FailedCancelAsync()).Execution);
        string sent = Assert.Single(peer.Requests, request => request.StartsWith("DELETE ", StringComparison.Ordinal));
        Assert.DoesNotContain("Expect:", sent, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Content-Length: 0", sent, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_new_order_with_ExpectContinue_by_default_arrives_once(string closing)
    {
        await using HostilePeer peer = CreatePeer(closing);
        await using ServiceProvider provider = CreateProvider(peer);
        AlgoOrderClient client = provider.GetRequiredService<AlgoOrderClient>();
        await UseConnectionAsync(peer, client);

        Assert.Equal(ExecutionStatus.Unknown, (await FailedPlaceAsync(client)).Execution);
        Assert.Single(peer.Requests, request => request.StartsWith("POST ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lost_copy_makes_the_execution_unknown_although_the_next_one_is_refused_a_connection()
    {
        HostilePeer? peer = null;
        await using var closing = new HostilePeer((stream, _, _) =>
        {
            peer!.StopAccepting();
            return CloseWithFin(stream);
        });
        peer = closing;
        using HttpMessageHandler chain = CreateChain("retries");
        using AlgoOrderClient client = CreateClient(closing, chain);

        Assert.Equal(ExecutionStatus.Unknown, (await client.FailedCancelAsync()).Execution);
        Assert.Single(closing.Requests);
    }

    // The framework itself sends a request again only on a connection that was used before.
    private static async Task UseConnectionAsync(HostilePeer peer, AlgoOrderClient client)
    {
        await client.PatientFindAsync();
        Assert.Single(peer.Requests);
    }

    private static Task<AlgoOrderException> FailedPlaceAsync(AlgoOrderClient client) =>
        Assert.ThrowsAnyAsync<AlgoOrderException>(() => client.PlaceAsync(Stop, TestContext.Current.CancellationToken).InTimeAsync());

    private static HostilePeer CreatePeer(string closing) => new(async (stream, head, stop) =>
    {
        if (head.StartsWith("GET ", StringComparison.Ordinal))
        {
            await stream.WriteAsync(ProperResponse.To(head), stop);
            return true;
        }

        return closing == "FIN" ? await CloseWithFin(stream) : await CloseWithRst(stream);
    });

    private static Task<bool> CloseWithFin(Stream stream)
    {
        ((NetworkStream)stream).Socket.Shutdown(SocketShutdown.Both);
        return Task.FromResult(false);
    }

    private static Task<bool> CloseWithRst(Stream stream)
    {
        ((NetworkStream)stream).Socket.LingerState = new LingerOption(enable: true, seconds: 0);
        return Task.FromResult(false);
    }

    private static ServiceProvider CreateProvider(HostilePeer peer)
    {
        var services = new ServiceCollection();
        services
            .AddBinanceAlgoOrders(options => Configure(options, peer))
            .ConfigureHttpClient(http => http.DefaultRequestHeaders.ExpectContinue = true);
        return services.BuildServiceProvider();
    }

    private static AlgoOrderClient CreateClient(HostilePeer peer, HttpMessageHandler primaryHandler)
    {
        var options = new AlgoOrderClientOptions();
        Configure(options, peer);
        return AlgoOrderClient.Create(options, primaryHandler);
    }

    private static void Configure(AlgoOrderClientOptions options, HostilePeer peer)
    {
        HostileCall.Configure(options, peer);
        options.Timeout = TimeSpan.FromSeconds(1);
        options.AttemptTimeout = TimeSpan.FromSeconds(1);
    }

    private static HttpMessageHandler CreateChain(string name) => name switch
    {
        "none" => new SocketsHttpHandler(),
        "retries" => new Retrying { InnerHandler = new SocketsHttpHandler() },
        "expects 100 Continue" => Change(request => request.Headers.ExpectContinue = true),
        "demands chunks" => Change(request => request.Headers.TransferEncodingChunked = true),
        "drops the content" => Change(request => request.Content = null),
        "buffers the content" => new Changing(request => request.Content?.LoadIntoBufferAsync() ?? Task.CompletedTask) { InnerHandler = new SocketsHttpHandler() },
        "replaces the content" => Change(request => request.Content = new StringContent("{}")),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "The name must be that of a handler."),
    };

    private static Changing Change(Action<HttpRequestMessage> change) => new(request =>
    {
        change(request);
        return Task.CompletedTask;
    })
    {
        InnerHandler = new SocketsHttpHandler(),
    };

    private sealed class Changing(Func<HttpRequestMessage, Task> changeAsync) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await changeAsync(request);
            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Retrying : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException)
            {
                return await base.SendAsync(request, cancellationToken);
            }
        }
    }
}
