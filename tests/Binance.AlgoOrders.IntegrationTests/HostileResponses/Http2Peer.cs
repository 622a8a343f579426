using System.Buffers.Binary;
using System.Text;
using static Binance.AlgoOrders.IntegrationTests.HostileResponses.Http2Frames;

namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>A peer that reads requests over HTTP/2 without TLS, with prior knowledge, and responds to them with a misbehavior.</summary>
internal sealed class Http2Peer(byte[] settings, Http2Misbehavior misbehave) : LoopbackPeer
{
    private const string Preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

    public Http2Peer(Http2Misbehavior misbehave)
        : this(Settings(), misbehave)
    {
    }

    protected override async Task ServeAsync(Stream stream, CancellationToken stop)
    {
        byte[] preface = new byte[Preface.Length];
        await stream.ReadExactlyAsync(preface, stop);
        if (Encoding.ASCII.GetString(preface) != Preface)
        {
            throw new InvalidOperationException("The connection must begin with the preface of HTTP/2.");
        }

        await stream.WriteAsync(RespondsProperly ? Settings() : settings, stop);
        string request = "";
        bool isOpen = true;
        while (isOpen)
        {
            (byte type, byte flags, int streamId, byte[] payload) = await ReadFrameAsync(stream, stop);
            if (type == HeadersType)
            {
                request = Encoding.Latin1.GetString(payload);
                Record(request);
            }

            if (type is SettingsType or PingType && (flags & Ack) == 0)
            {
                await stream.WriteAsync(Frame(type, Ack, streamId: 0, type == PingType ? payload : []), stop);
            }
            else if (type is HeadersType or DataType && (flags & EndStream) != 0)
            {
                isOpen = RespondsProperly ? await RespondAsync(stream, streamId, request, stop) : await misbehave(stream, streamId, stop);
            }
        }
    }

    private static async Task<bool> RespondAsync(Stream stream, int streamId, string request, CancellationToken stop)
    {
        byte[] body = RawResponse.Text(ProperResponse.To(isCancel: IsCancel(request)));
        await stream.WriteAsync((byte[])[.. Headers(streamId, Status200), .. Data(streamId, body)], stop);
        return true;
    }

    // The client writes its field blocks without Huffman coding, so the method is readable in them.
    private static bool IsCancel(string request) => request.Contains("DELETE", StringComparison.Ordinal);

    private static async Task<(byte Type, byte Flags, int StreamId, byte[] Payload)> ReadFrameAsync(Stream stream, CancellationToken stop)
    {
        byte[] head = new byte[9];
        await stream.ReadExactlyAsync(head, stop);
        byte[] payload = new byte[BinaryPrimitives.ReadInt32BigEndian(head) >>> 8];
        await stream.ReadExactlyAsync(payload, stop);
        return (head[3], head[4], BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(5)), payload);
    }
}
