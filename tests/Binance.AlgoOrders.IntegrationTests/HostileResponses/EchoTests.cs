namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>Tests peers that echo the request, which contains the key and the signature. Neither may appear in an exception.</summary>
public class EchoTests
{
    private static readonly Dictionary<string, (string Before, string After)> Positions = new()
    {
        ["the response"] = ("", ""),
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

    public static TheoryData<string> Names => [.. Positions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_exception_contains_neither_key_nor_signature(string name)
    {
        await using var peer = new HostilePeer(Misbehaviors.Echo(Positions[name].Before, Positions[name].After));
        using AlgoOrderClient client = peer.Client();

        string text = (await client.FailedCancelAsync()).ToString();

        string signature = SignatureOf(peer.Requests[0]);
        Assert.DoesNotContain(HostileCall.ApiKey, text, StringComparison.Ordinal);
        Assert.DoesNotContain(signature, text, StringComparison.Ordinal);
        Assert.DoesNotContain(BitConverter.ToString(RawResponse.Text(signature)), text, StringComparison.Ordinal);
    }

    private static string SignatureOf(string request) => request.Split("signature=")[1][..64];
}
