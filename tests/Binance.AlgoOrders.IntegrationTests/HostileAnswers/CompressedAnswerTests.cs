using System.IO.Compression;
using System.Net;

namespace Binance.AlgoOrders.IntegrationTests.HostileAnswers;

/// <summary>Compressed answers. The client's own handler asks for none and unpacks none; a user's handler may.</summary>
[Collection(nameof(MeasuredAlone))]
public class CompressedAnswerTests
{
    private static readonly byte[] Piece = Raw.Text(new string(' ', 1 << 20));
    private static readonly Lazy<byte[]> GzipBomb = new(() => Packed(stream => new GZipStream(stream, CompressionLevel.Fastest), pieces: 100));
    private static readonly Lazy<byte[]> DeflateBomb = new(() => Packed(stream => new ZLibStream(stream, CompressionLevel.Fastest), pieces: 100));
    private static readonly Lazy<byte[]> BrotliBomb = new(() => Packed(stream => new BrotliStream(stream, CompressionLevel.Fastest), pieces: 100));

    public static TheoryData<string> Encodings => ["gzip", "deflate", "br"];

    [Fact]
    public async Task No_compression_is_asked_for()
    {
        await using var peer = new HostilePeer(Misbehaviors.Silence);
        peer.Behave();
        using AlgoOrderClient client = peer.Client();

        await client.PatientCancelAsync();

        Assert.DoesNotContain("Accept-Encoding", Assert.Single(peer.Requests), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_compressed_acknowledgement_that_nobody_asked_for_is_not_read()
    {
        await using var peer = new HostilePeer(Answer("gzip", Acknowledgement()));
        using AlgoOrderClient client = peer.Client();

        Assert.Equal(ExecutionStatus.Unknown, (await client.FailedCancelAsync()).Execution);
    }

    [Fact]
    public async Task A_compressed_acknowledgement_that_the_users_handler_unpacks_is_read()
    {
        await using var peer = new HostilePeer(Answer("gzip", Acknowledgement()));
        using AlgoOrderClient client = peer.Client(Unpacking());

        Assert.Equal("success", (await client.PatientCancelAsync()).Message);
    }

    [Fact]
    public async Task A_compressed_acknowledgement_that_is_cut_off_is_in_doubt()
    {
        byte[] packed = Acknowledgement();
        await using var peer = new HostilePeer(Answer("gzip", packed[..(packed.Length / 2)]));
        using AlgoOrderClient client = peer.Client(Unpacking());

        Assert.Equal(ExecutionStatus.Unknown, (await client.FailedCancelAsync()).Execution);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task A_bomb_that_the_users_handler_unpacks_is_in_doubt(string encoding)
    {
        await using var peer = new HostilePeer(Answer(encoding, BombOf(encoding)));
        using AlgoOrderClient client = peer.Client(Unpacking());

        Assert.Equal(ExecutionStatus.Unknown, (await client.FailedCancelAsync()).Execution);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task A_bomb_that_the_users_handler_unpacks_costs_little_memory(string encoding)
    {
        await using var peer = new HostilePeer(Answer(encoding, BombOf(encoding)));
        using AlgoOrderClient client = peer.Client(Unpacking());

        Assert.InRange(await AllocatedBytes.OfAsync(client.FailedCancelAsync), 0, AllocatedBytes.Few);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task After_a_bomb_the_next_call_is_served(string encoding)
    {
        await using var peer = new HostilePeer(Answer(encoding, BombOf(encoding)));
        using AlgoOrderClient client = peer.Client(Unpacking());
        await client.FailedCancelAsync();
        peer.Behave();

        Assert.Equal("success", (await client.PatientCancelAsync()).Message);
    }

    private static SocketsHttpHandler Unpacking() => new() { AutomaticDecompression = DecompressionMethods.All };

    private static byte[] Answer(string encoding, byte[] body) => Raw.Body(body, "200 OK", $"Content-Type: application/json\r\nContent-Encoding: {encoding}\r\n");

    private static byte[] Acknowledgement() => Packed(stream => new GZipStream(stream, CompressionLevel.Fastest), pieces: 0);

    private static byte[] BombOf(string encoding) => (encoding switch { "gzip" => GzipBomb, "deflate" => DeflateBomb, _ => BrotliBomb }).Value;

    // 100 MiB of blanks before a good acknowledgement: whoever unpacks it all finds that.
    private static byte[] Packed(Func<Stream, Stream> pack, int pieces)
    {
        using var packed = new MemoryStream();
        using (Stream stream = pack(packed))
        {
            for (int piece = 0; piece < pieces; piece++)
            {
                stream.Write(Piece);
            }

            stream.Write(Raw.Text(Raw.Acknowledgement));
        }

        return packed.ToArray();
    }
}
