using System.IO.Compression;
using System.Net;

namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>Tests compressed responses. The client's own handler neither requests nor decompresses them. A user's handler may.</summary>
[Collection(nameof(MemoryMeasurement))]
public class CompressedResponseTests
{
    private static readonly byte[] Blanks = RawResponse.Text(new string(' ', 1 << 20));
    private static readonly Lazy<byte[]> GzipBomb = new(() => Compress(stream => new GZipStream(stream, CompressionLevel.Fastest), blocks: 100));
    private static readonly Lazy<byte[]> DeflateBomb = new(() => Compress(stream => new ZLibStream(stream, CompressionLevel.Fastest), blocks: 100));
    private static readonly Lazy<byte[]> BrotliBomb = new(() => Compress(stream => new BrotliStream(stream, CompressionLevel.Fastest), blocks: 100));

    public static TheoryData<string> Encodings => ["gzip", "deflate", "br"];

    [Fact]
    public async Task A_request_does_not_accept_compression()
    {
        await using var peer = new HostilePeer(Misbehaviors.NoResponse);
        peer.RespondProperly();
        using AlgoOrderClient client = peer.Client();

        await client.PatientCancelAsync();

        Assert.DoesNotContain("Accept-Encoding", Assert.Single(peer.Requests), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_unrequested_compressed_acknowledgement_leaves_the_execution_unknown()
    {
        await using var peer = new HostilePeer(Response("gzip", Acknowledgement()));
        using AlgoOrderClient client = peer.Client();

        Assert.Equal(ExecutionStatus.Unknown, (await client.FailedCancelAsync()).Execution);
    }

    [Fact]
    public async Task A_compressed_acknowledgement_is_read_if_the_users_handler_decompresses_it()
    {
        await using var peer = new HostilePeer(Response("gzip", Acknowledgement()));
        using AlgoOrderClient client = peer.Client(DecompressingHandler());

        Assert.Equal("success", (await client.PatientCancelAsync()).Message);
    }

    [Fact]
    public async Task A_truncated_compressed_acknowledgement_leaves_the_execution_unknown()
    {
        byte[] compressed = Acknowledgement();
        await using var peer = new HostilePeer(Response("gzip", compressed[..(compressed.Length / 2)]));
        using AlgoOrderClient client = peer.Client(DecompressingHandler());

        Assert.Equal(ExecutionStatus.Unknown, (await client.FailedCancelAsync()).Execution);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task A_decompression_bomb_leaves_the_execution_unknown(string encoding)
    {
        await using var peer = new HostilePeer(Response(encoding, BombOf(encoding)));
        using AlgoOrderClient client = peer.Client(DecompressingHandler());

        Assert.Equal(ExecutionStatus.Unknown, (await client.FailedCancelAsync()).Execution);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task A_decompression_bomb_allocates_little_memory(string encoding)
    {
        await using var peer = new HostilePeer(Response(encoding, BombOf(encoding)));
        using AlgoOrderClient client = peer.Client(DecompressingHandler());

        Assert.InRange(await AllocatedBytes.OfAsync(client.FailedCancelAsync), 0, AllocatedBytes.Limit);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task The_next_call_succeeds_after_a_decompression_bomb(string encoding)
    {
        await using var peer = new HostilePeer(Response(encoding, BombOf(encoding)));
        using AlgoOrderClient client = peer.Client(DecompressingHandler());
        await client.FailedCancelAsync();
        peer.RespondProperly();

        Assert.Equal("success", (await client.PatientCancelAsync()).Message);
    }

    private static SocketsHttpHandler DecompressingHandler() => new() { AutomaticDecompression = DecompressionMethods.All };

    private static byte[] Response(string encoding, byte[] body) => RawResponse.Body(body, "200 OK", $"Content-Type: application/json\r\nContent-Encoding: {encoding}\r\n");

    private static byte[] Acknowledgement() => Compress(stream => new GZipStream(stream, CompressionLevel.Fastest), blocks: 0);

    private static byte[] BombOf(string encoding) => (encoding switch { "gzip" => GzipBomb, "deflate" => DeflateBomb, _ => BrotliBomb }).Value;

    // 100 MiB of blanks before a valid acknowledgement, which only a full decompression finds.
    private static byte[] Compress(Func<Stream, Stream> createStream, int blocks)
    {
        using var compressed = new MemoryStream();
        using (Stream stream = createStream(compressed))
        {
            for (int block = 0; block < blocks; block++)
            {
                stream.Write(Blanks);
            }

            stream.Write(RawResponse.Text(RawResponse.Acknowledgement));
        }

        return compressed.ToArray();
    }
}
