namespace Binance.AlgoOrders.IntegrationTests.HostileAnswers;

/// <summary>Peers that take their time: a call lasts as long as it may, and not a drop longer.</summary>
public class SlowAnswerTests
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n";

    private static readonly string Chunk = $"{Raw.Acknowledgement.Length:X}\r\n{Raw.Acknowledgement}\r\n";

    private static readonly Dictionary<string, Misbehavior> Peers = new()
    {
        ["says nothing"] = Misbehaviors.Silence,
        ["says nothing after the head"] = Misbehaviors.Answer(Raw.Text(Head)),
        ["says nothing after half of the head"] = Misbehaviors.Answer(Raw.Text("HTTP/1.1 200 OK\r\nContent-")),
        ["drips the status"] = Misbehaviors.DropByDrop("HTTP/1.1 200 ", "O"),
        ["drips the headers"] = Misbehaviors.DropByDrop("HTTP/1.1 200 OK\r\n", "X: 1\r\n"),
        ["drips the body"] = Misbehaviors.DropByDrop(Head + Raw.Acknowledgement, " "),
        ["drips chunks"] = Misbehaviors.DropByDrop("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n"),
        ["drips a body that has no length"] = Misbehaviors.DropByDrop("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + Raw.Acknowledgement, " "),
        ["drips the body of an error"] = Misbehaviors.DropByDrop("HTTP/1.1 400 Bad Request\r\nContent-Length: 10000\r\n\r\n{\"code\":-2011}", " "),
        ["drips what the acknowledgement is followed by"] = Misbehaviors.DropByDrop("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + Chunk + "0\r\n", "X: 1\r\n"),
        ["drips 100 Continue"] = Misbehaviors.DropByDrop("", "HTTP/1.1 100 Continue\r\n\r\n"),
    };

    public static TheoryData<string> Names => [.. Peers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_cancel_ends_in_time_in_doubt(string name)
    {
        await using var peer = new HostilePeer(Peers[name]);
        using AlgoOrderClient client = peer.Client();

        Assert.Equal(ExecutionStatus.Unknown, (await client.FailedCancelAsync()).Execution);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_became_of_the_order_stays_unknown(string name)
    {
        await using var peer = new HostilePeer(Peers[name]);
        using AlgoOrderClient client = peer.Client();

        Assert.IsType<CancelAlgoOrderOutcome.Unknown>(await client.ShortEnsureCanceledAsync());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_client_hangs_up_and_its_next_call_is_served(string name)
    {
        await using var peer = new HostilePeer(Peers[name]) { Misdeeds = 1 };
        using AlgoOrderClient client = peer.Client();

        await client.FailedCancelAsync();

        await peer.HungUp.InTimeAsync();
        Assert.Equal("success", (await client.PatientCancelAsync()).Message);
    }
}
