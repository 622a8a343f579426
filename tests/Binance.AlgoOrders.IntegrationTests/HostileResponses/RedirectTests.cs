namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>Tests redirects to another host, which would receive the key and the signature.</summary>
public class RedirectTests
{
    public static TheoryData<string, string> Redirects => new MatrixTheoryData<string, string>(
        ["301 Moved Permanently", "302 Found", "303 See Other", "307 Temporary Redirect", "308 Permanent Redirect"],
        ["own", "SocketsHttpHandler", "HttpClientHandler", "around SocketsHttpHandler", "around HttpClientHandler"]);

    [Theory]
    [MemberData(nameof(Redirects))]
    public async Task A_redirect_sends_nothing_to_the_other_host(string status, string handler)
    {
        await using var other = new HostilePeer(Misbehaviors.NoResponse);
        other.RespondProperly();
        await using var peer = new HostilePeer(Redirect(status, other));
        using AlgoOrderClient client = peer.Client(HandlerOf(handler));

        await client.FailedCancelAsync();

        Assert.Equal(0, other.Connections);
    }

    [Theory]
    [MemberData(nameof(Redirects))]
    public async Task A_redirect_leaves_the_execution_unknown(string status, string handler)
    {
        await using var other = new HostilePeer(Misbehaviors.NoResponse);
        other.RespondProperly();
        await using var peer = new HostilePeer(Redirect(status, other));
        using AlgoOrderClient client = peer.Client(HandlerOf(handler));

        Assert.Equal(ExecutionStatus.Unknown, (await client.FailedCancelAsync()).Execution);
    }

    private static byte[] Redirect(string status, HostilePeer other) => RawResponse.Body([], status, $"Location: {other.BaseAddress}fapi/v1/algoOrder\r\n");

    private static HttpMessageHandler? HandlerOf(string name) => name switch
    {
        "own" => null,
        "SocketsHttpHandler" => new SocketsHttpHandler(),
        "HttpClientHandler" => new HttpClientHandler(),
        "around SocketsHttpHandler" => new WrappingHandler(new SocketsHttpHandler()),
        "around HttpClientHandler" => new WrappingHandler(new WrappingHandler(new HttpClientHandler())),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "The name must be that of a handler."),
    };

    private sealed class WrappingHandler(HttpMessageHandler inner) : DelegatingHandler(inner);
}
