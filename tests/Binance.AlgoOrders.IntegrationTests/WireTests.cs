using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.IntegrationTests;

/// <summary>What is on the wire, byte for byte, and what the framework must not do behind our back.</summary>
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
    public async Task A_connection_that_is_closed_before_the_answer_is_one_attempt_in_doubt_and_never_a_second_copy(bool withFin)
    {
        await using var peer = new ScriptedPeer((count, socket) => count switch
        {
            1 => ScriptedPeer.Respond("200 OK", Acknowledgement)(socket),
            _ => withFin ? ScriptedPeer.CloseWithFin(socket) : ScriptedPeer.CloseWithRst(socket),
        });
        using AlgoOrderClient client = Client(peer);

        // The first makes the connection one that has been used before: only on such a one would the framework send again.
        await client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(2146760), TestContext.Current.CancellationToken);
        var exception = await Assert.ThrowsAsync<AlgoOrderTransportException>(
            () => client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(2146760), TestContext.Current.CancellationToken));

        Assert.Equal(ExecutionStatus.Unknown, exception.Execution);
        Assert.Equal(2, peer.Requests.Count);
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
    public async Task Where_nobody_listens_nothing_was_executed()
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
        },
        timeProvider: new ManualTimeProvider(Now));
}
