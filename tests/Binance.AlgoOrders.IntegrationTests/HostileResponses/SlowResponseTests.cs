namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>Tests slow peers. A call ends at its timeout.</summary>
public class SlowResponseTests
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n";

    private static readonly string Chunk = $"{RawResponse.Acknowledgement.Length:X}\r\n{RawResponse.Acknowledgement}\r\n";

    private static readonly Dictionary<string, Misbehavior> Peers = new()
    {
        ["sends nothing"] = Misbehaviors.NoResponse,
        ["sends nothing after the head"] = Misbehaviors.Respond(RawResponse.Text(Head)),
        ["sends nothing after half of the head"] = Misbehaviors.Respond(RawResponse.Text("HTTP/1.1 200 OK\r\nContent-")),
        ["trickles the status"] = Misbehaviors.Trickle("HTTP/1.1 200 ", "O"),
        ["trickles the headers"] = Misbehaviors.Trickle("HTTP/1.1 200 OK\r\n", "X: 1\r\n"),
        ["trickles the body"] = Misbehaviors.Trickle(Head + RawResponse.Acknowledgement, " "),
        ["trickles chunks"] = Misbehaviors.Trickle("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n"),
        ["trickles a body without a length"] = Misbehaviors.Trickle("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + RawResponse.Acknowledgement, " "),
        ["trickles the body of an error"] = Misbehaviors.Trickle("HTTP/1.1 400 Bad Request\r\nContent-Length: 10000\r\n\r\n{\"code\":-2011}", " "),
        ["trickles trailers after the acknowledgement"] = Misbehaviors.Trickle("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + Chunk + "0\r\n", "X: 1\r\n"),
        ["trickles 100 Continue"] = Misbehaviors.Trickle("", "HTTP/1.1 100 Continue\r\n\r\n"),
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
    public async Task The_outcome_stays_unknown_with_a_slow_peer(string name)
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
}
