namespace Binance.AlgoOrders.IntegrationTests.HostileAnswers;

/// <summary>Peers that send the request back, which holds key and signature: neither shows up in what a user may log.</summary>
public class EchoTests
{
    private static readonly Dictionary<string, (string Before, string After)> Places = new()
    {
        ["the answer"] = ("", ""),
        ["the reason"] = ("HTTP/1.1 400 ", ""),
        ["a header"] = ("HTTP/1.1 400 Bad Request\r\n", ""),
        ["a header's value"] = ("HTTP/1.1 429 Too Many Requests\r\nRetry-After: ", ""),
        ["a length"] = ("HTTP/1.1 200 OK\r\nContent-Length: ", ""),
        ["a chunk's size"] = ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", ""),
        ["a trailer"] = ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", ""),
        ["a body"] = ("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", ""),
        ["an error's message"] = ("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n{\"code\":-1022,\"msg\":\"", "\"}"),
        ["a name"] = ("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"", "\":tru}"),
    };

    public static TheoryData<string> Names => [.. Places.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Key_and_signature_are_not_shown(string name)
    {
        await using var peer = new HostilePeer(Misbehaviors.Echo(Places[name].Before, Places[name].After));
        using AlgoOrderClient client = peer.Client();

        string shown = (await client.FailedCancelAsync()).ToString();

        string signature = SignatureOf(peer.Requests[0]);
        Assert.DoesNotContain(HostileCall.ApiKey, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(signature, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(BitConverter.ToString(Raw.Text(signature)), shown, StringComparison.Ordinal);
    }

    private static string SignatureOf(string request) => request.Split("signature=")[1][..64];
}
