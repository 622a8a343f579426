namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>Tests peers that send more than the client reads. Most of the responses end properly after 100 MiB.</summary>
[Collection(nameof(MemoryMeasurement))]
public class FloodTests
{
    private const string Chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static readonly string Chunk = $"{RawResponse.Acknowledgement.Length:X}\r\n{RawResponse.Acknowledgement}\r\n";
    private static readonly string End = $"Content-Length: {RawResponse.Acknowledgement.Length}\r\n\r\n{RawResponse.Acknowledgement}";
    private static readonly string Blanks = $"10000\r\n{new string(' ', 0x10000)}\r\n";

    private static readonly Dictionary<string, Misbehavior> Peers = new()
    {
        ["100 MiB of body"] = Misbehaviors.Flood($"HTTP/1.1 200 OK\r\nContent-Length: {(100 << 20) + RawResponse.Acknowledgement.Length}\r\n\r\n{RawResponse.Acknowledgement}", " ", ""),
        ["100 MiB of chunks"] = Misbehaviors.Flood(Chunked, Blanks, Chunk + "0\r\n\r\n"),
        ["100 MiB of an error"] = Misbehaviors.Flood($"HTTP/1.1 400 Bad Request\r\nContent-Length: {(100 << 20) + 14}\r\n\r\n{{\"code\":-2011}}", " ", ""),
        ["100 MiB of small chunks"] = Misbehaviors.Flood(Chunked, "1\r\n \r\n", Chunk + "0\r\n\r\n"),
        ["100 MiB of one header"] = Misbehaviors.Flood("HTTP/1.1 200 OK\r\nX: ", "x", "\r\n" + End),
        ["100 MiB of headers"] = Misbehaviors.Flood("HTTP/1.1 200 OK\r\n", "X-MBX-USED-WEIGHT-1M: 1\r\n", End),
        ["100 MiB of a header name"] = Misbehaviors.Flood("HTTP/1.1 200 OK\r\n", "x", ": 1\r\n" + End),
        ["100 MiB of a reason phrase"] = Misbehaviors.Flood("HTTP/1.1 200 ", "O", "\r\n" + End),
        ["100 MiB of a chunk extension"] = Misbehaviors.Flood(Chunked + "0", ";x=1", "\r\n\r\n"),
        ["100 MiB of trailers"] = Misbehaviors.Flood(Chunked + Chunk + "0\r\n", "X: 1\r\n", "\r\n"),
        ["an endless body"] = Misbehaviors.Endless(RawResponse.Text("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"), new byte[0x10000]),
        ["endless chunks"] = Misbehaviors.Endless(RawResponse.Text(Chunked), RawResponse.Text(Blanks)),
    };

    public static TheoryData<string> Names => [.. Peers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_cancel_ends_in_time_with_unknown_execution(string name)
    {
        await using var peer = new HostilePeer(Peers[name]);
        using AlgoOrderClient client = peer.Client();

        Assert.Equal(ExecutionStatus.Unknown, (await client.FailedCancelAsync()).Execution);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_flood_allocates_little_memory(string name)
    {
        await using var peer = new HostilePeer(Peers[name]);
        using AlgoOrderClient client = peer.Client();

        Assert.InRange(await AllocatedBytes.OfAsync(client.FailedCancelAsync), 0, AllocatedBytes.Limit);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_outcome_stays_unknown_during_a_flood(string name)
    {
        await using var peer = new HostilePeer(Peers[name]);
        using AlgoOrderClient client = peer.Client();

        Assert.IsType<CancelAlgoOrderOutcome.Unknown>(await client.ShortEnsureCanceledAsync());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_client_closes_the_connection_and_its_next_call_succeeds(string name)
    {
        await using var peer = new HostilePeer(Peers[name]) { BadResponses = 1 };
        using AlgoOrderClient client = peer.Client();

        await client.FailedCancelAsync();

        await peer.ClientClosed.InTimeAsync();
        Assert.Equal("success", (await client.PatientCancelAsync()).Message);
    }

    [Fact]
    public async Task An_endless_list_throws_and_the_client_closes_the_connection()
    {
        byte[] order = RawResponse.Text("""{"algoId":2146760,"algoStatus":"NEW"},""");
        await using var peer = new HostilePeer(Misbehaviors.Endless(RawResponse.Text("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n["), [.. Enumerable.Repeat(order, 1000).SelectMany(bytes => bytes)]));
        using AlgoOrderClient client = peer.Client();

        await Assert.ThrowsAsync<BinanceApiException>(() => client.ListOpenAsync("BTCUSDT", TestContext.Current.CancellationToken).InTimeAsync());

        await peer.ClientClosed.InTimeAsync();
    }
}
