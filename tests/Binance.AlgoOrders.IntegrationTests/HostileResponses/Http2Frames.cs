using System.Buffers.Binary;

namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>Creates the frames of HTTP/2 (RFC 9113) that the peers need.</summary>
internal static class Http2Frames
{
    public const byte DataType = 0x0;
    public const byte HeadersType = 0x1;
    public const byte SettingsType = 0x4;
    public const byte PingType = 0x6;
    public const byte ContinuationType = 0x9;
    public const byte EndStream = 0x1;
    public const byte Ack = 0x1;
    public const byte EndHeaders = 0x4;

    /// <summary>The field block <c>:status: 200</c>, by its index in the static table of HPACK.</summary>
    public static readonly byte[] Status200 = [0x88];

    /// <summary>The field block <c>:status: 400</c>.</summary>
    public static readonly byte[] Status400 = [0x8c];

    public static byte[] Frame(byte type, byte flags, int streamId, byte[] payload)
    {
        byte[] frame = new byte[9 + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, payload.Length << 8);
        frame[3] = type;
        frame[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), streamId);
        payload.CopyTo(frame, 9);
        return frame;
    }

    public static byte[] Headers(int streamId, byte[] block, byte flags = EndHeaders) => Frame(HeadersType, flags, streamId, block);

    public static byte[] Data(int streamId, byte[] data, byte flags = EndStream) => Frame(DataType, flags, streamId, data);

    public static byte[] Settings(params byte[] settings) => Frame(SettingsType, flags: 0, streamId: 0, settings);

    public static byte[] ResetStream(int streamId, int code) => Frame(0x3, flags: 0, streamId, Number(code));

    public static byte[] GoAway(int lastStreamId, int code) => Frame(0x7, flags: 0, streamId: 0, [.. Number(lastStreamId), .. Number(code)]);

    private static byte[] Number(int value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
