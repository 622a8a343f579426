namespace Binance.AlgoOrders.IntegrationTests.HostileAnswers;

/// <summary>Redirects to another host, which would get key and signature with the request.</summary>
public class RedirectTests
{
    public static TheoryData<string, string> Answers => new MatrixTheoryData<string, string>(
        ["301 Moved Permanently", "302 Found", "303 See Other", "307 Temporary Redirect", "308 Permanent Redirect"],
        ["own", "SocketsHttpHandler", "HttpClientHandler", "around SocketsHttpHandler", "around HttpClientHandler"]);

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Nothing_is_sent_to_the_other_host(string status, string handler)
    {
        await using var other = new HostilePeer(Misbehaviors.Silence);
        other.Behave();
        await using var peer = new HostilePeer(Redirect(status, other));
        using AlgoOrderClient client = peer.Client(HandlerOf(handler));

        await client.FailedCancelAsync();

        Assert.Equal(0, other.Connections);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_cancel_is_neither_claimed_nor_denied(string status, string handler)
    {
        await using var other = new HostilePeer(Misbehaviors.Silence);
        other.Behave();
        await using var peer = new HostilePeer(Redirect(status, other));
        using AlgoOrderClient client = peer.Client(HandlerOf(handler));

        Assert.Equal(ExecutionStatus.Unknown, (await client.FailedCancelAsync()).Execution);
    }

    private static byte[] Redirect(string status, HostilePeer other) => Raw.Body([], status, $"Location: {other.BaseAddress}fapi/v1/algoOrder\r\n");

    private static HttpMessageHandler? HandlerOf(string name) => name switch
    {
        "own" => null,
        "SocketsHttpHandler" => new SocketsHttpHandler(),
        "HttpClientHandler" => new HttpClientHandler(),
        "around SocketsHttpHandler" => new Around(new SocketsHttpHandler()),
        "around HttpClientHandler" => new Around(new Around(new HttpClientHandler())),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such handler."),
    };

    private sealed class Around(HttpMessageHandler inner) : DelegatingHandler(inner);
}
