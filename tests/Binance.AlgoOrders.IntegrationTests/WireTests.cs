using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.IntegrationTests;

/// <summary>Tests the exact bytes on the wire, and that the framework neither repeats nor redirects a request.</summary>
public class WireTests
{
    private const string Acknowledgement = """{"algoId":2146760,"clientAlgoId":"a/b:c.d_e-1","code":"200","msg":"success"}""";
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1591702613943);

    public static TheoryData<CancelAlgoOrderRequest, string> RequestLines => new()
    {
        {
            CancelAlgoOrderRequest.ByAlgoId(2146760),
            "DELETE /fapi/v1/algoOrder?algoId=2146760&recvWindow=5000&timestamp=1591702613943&signature=023da8a4fc80b7c0bc74fb812354b920034c291bb9ae7aa4bdeda9d24d8a5dfa HTTP/1.1"
        },
        {
            CancelAlgoOrderRequest.ByClientAlgoId("a/b:c.d_e-1"),
            "DELETE /fapi/v1/algoOrder?clientAlgoId=a%2Fb%3Ac.d_e-1&recvWindow=5000&timestamp=1591702613943&signature=a6c189781eea19fb4229ab7044195942ee52b5df91b3684ba2990ce3fee0c770 HTTP/1.1"
        },
    };

    [Theory]
    [MemberData(nameof(RequestLines))]
    public async Task A_cancel_is_this_request_line_these_headers_and_nothing_else(CancelAlgoOrderRequest request, string requestLine)
    {
        await using var peer = new ScriptedPeer((_, socket) => ScriptedPeer.Respond("200 OK", Acknowledgement)(socket));
        using AlgoOrderClient client = Client(peer);

        await client.CancelAsync(request, TestContext.Current.CancellationToken);

        string[] lines = Assert.Single(peer.Requests).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(requestLine, lines[0]);
        Assert.Equal(
            ["Content-Length: 0", $"Host: {peer.BaseAddress.Authority}", "X-MBX-APIKEY: the-api-key-of-these-exchanges"],
            lines[1..].Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cancel_with_a_closed_connection_is_sent_once_and_confirmed_by_query(bool withFin)
    {
        // The first request makes the connection a reused one, on which alone the framework would send a request again.
        await using var peer = new ScriptedPeer((count, socket) => count switch
        {
            1 => ScriptedPeer.Respond("200 OK", Acknowledgement)(socket),
            2 => withFin ? ScriptedPeer.CloseWithFin(socket) : ScriptedPeer.CloseWithRst(socket),
            _ => ScriptedPeer.Respond("200 OK", """{"algoId":2146760,"algoStatus":"CANCELED"}""")(socket),
        });
        using AlgoOrderClient client = Client(peer);
        await client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(2146760), TestContext.Current.CancellationToken);

        CancelAlgoOrderOutcome outcome = await client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(2146760), TestContext.Current.CancellationToken);

        Assert.Equal(CancelEvidence.Queried, Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome).Evidence);
        Assert.Equal(["DELETE", "DELETE", "GET"], peer.Requests.Select(request => request.Split(' ')[0]));
    }

    [Fact]
    public async Task An_acknowledgement_of_another_order_is_looked_up()
    {
        await using var peer = new ScriptedPeer((count, socket) => ScriptedPeer.Respond(
            "200 OK",
            count == 1 ? Acknowledgement.Replace("2146760", "2146761", StringComparison.Ordinal) : """{"algoId":2146760,"algoStatus":"CANCELED"}""")(socket));
        using AlgoOrderClient client = Client(peer);

        CancelAlgoOrderOutcome outcome = await client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(2146760), TestContext.Current.CancellationToken);

        Assert.Equal(CancelEvidence.Queried, Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome).Evidence);
        Assert.Equal(["DELETE", "GET"], peer.Requests.Select(request => request.Split(' ')[0]));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var peer = new ScriptedPeer(async (_, socket) =>
            await socket.SendAsync("HTTP/1.1 307 Temporary Redirect\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"u8.ToArray()));
        using AlgoOrderClient client = Client(peer);

        var exception = await Assert.ThrowsAsync<BinanceApiException>(
            () => client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(2146760), TestContext.Current.CancellationToken));

        Assert.Equal(ExecutionStatus.Unknown, exception.Execution);
        Assert.Single(peer.Requests);
    }

    [Fact]
    public async Task A_refused_connection_leaves_the_request_not_executed()
    {
        Uri address;
        await using (var peer = new ScriptedPeer((_, _) => Task.CompletedTask))
        {
            address = peer.BaseAddress;
        }

        using AlgoOrderClient client = Client(address);

        var exception = await Assert.ThrowsAsync<AlgoOrderTransportException>(
            () => client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(2146760), TestContext.Current.CancellationToken));

        Assert.Equal(ExecutionStatus.NotExecuted, exception.Execution);
    }

    private static AlgoOrderClient Client(ScriptedPeer peer) => Client(peer.BaseAddress);

    private static AlgoOrderClient Client(Uri address) => AlgoOrderClient.Create(
        new AlgoOrderClientOptions
        {
            ApiKey = "the-api-key-of-these-exchanges",
            SecretKey = "2b5eb11e18796d12d88f13dc27dbbd02c2cc51ff7059765ed9821957d82bb4d9",
            BaseAddress = address,
            MaxRetryAttempts = 0,
        },
        timeProvider: new ManualTimeProvider(Now));
}
