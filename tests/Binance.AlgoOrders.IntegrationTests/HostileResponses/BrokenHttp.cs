namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>Responses that violate HTTP/1.1, most of them around a valid acknowledgement.</summary>
internal static class BrokenHttp
{
    private const string Ok = "HTTP/1.1 200 OK\r\n";
    private static readonly string End = $"Content-Length: {RawResponse.Acknowledgement.Length}\r\n\r\n{RawResponse.Acknowledgement}";

    public static readonly IReadOnlyDictionary<string, byte[]> Responses = new Dictionary<string, string>
    {
        ["no HTTP at all"] = "220 mail ready\r\n",
        ["nothing but the body"] = RawResponse.Acknowledgement,
        ["HTTP/9.9"] = "HTTP/9.9 200 OK\r\n" + End,
        ["101 Switching Protocols"] = "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: algo\r\n\r\n" + RawResponse.Acknowledgement,
        ["a status of two digits"] = "HTTP/1.1 20 OK\r\n" + End,
        ["a status of six digits"] = "HTTP/1.1 200000 OK\r\n" + End,
        ["a header without a colon"] = Ok + "banana\r\n" + End,
        ["a header without a name"] = Ok + ": banana\r\n" + End,
        ["a zero byte in a name"] = Ok + "X\0: 1\r\n" + End,
        ["a length below zero"] = Ok + "Content-Length: -1\r\n\r\n" + RawResponse.Acknowledgement[..^1],
        ["a length beyond Int64"] = Ok + "Content-Length: 99999999999999999999\r\n\r\n" + RawResponse.Acknowledgement[..^1],
        ["a length of 8 EiB"] = Ok + $"Content-Length: {long.MaxValue}\r\n\r\n{RawResponse.Acknowledgement}",
        ["a length of one byte too many"] = Ok + $"Content-Length: {RawResponse.Acknowledgement.Length + 1}\r\n\r\n{RawResponse.Acknowledgement}",
        ["a length of one byte too few"] = Ok + $"Content-Length: {RawResponse.Acknowledgement.Length - 1}\r\n\r\n{RawResponse.Acknowledgement}",
        ["a length of zero"] = Ok + $"Content-Length: 0\r\n\r\n{RawResponse.Acknowledgement}",
        ["a chunk without its last chunk"] = Ok + $"Transfer-Encoding: chunked\r\n\r\n{RawResponse.Acknowledgement.Length:X}\r\n{RawResponse.Acknowledgement}\r\n",
        ["a chunk of no size"] = Ok + $"Transfer-Encoding: chunked\r\n\r\nZZ\r\n{RawResponse.Acknowledgement}\r\n0\r\n\r\n",
        ["a chunk of a size below zero"] = Ok + $"Transfer-Encoding: chunked\r\n\r\n-1\r\n{RawResponse.Acknowledgement}\r\n0\r\n\r\n",
        ["a chunk beyond UInt64"] = Ok + $"Transfer-Encoding: chunked\r\n\r\n{new string('F', 17)}\r\n{RawResponse.Acknowledgement}\r\n0\r\n\r\n",
        ["a chunk longer than its size"] = Ok + $"Transfer-Encoding: chunked\r\n\r\n8\r\n{RawResponse.Acknowledgement}\r\n0\r\n\r\n",
        ["a broken chunk after the acknowledgement"] = Ok + $"Transfer-Encoding: chunked\r\n\r\n{RawResponse.Acknowledgement.Length:X}\r\n{RawResponse.Acknowledgement}\r\nZZ\r\n\r\n",
    }.ToDictionary(response => response.Key, response => RawResponse.Text(response.Value), StringComparer.Ordinal);
}
