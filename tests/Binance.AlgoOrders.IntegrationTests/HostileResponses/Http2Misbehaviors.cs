using static Binance.AlgoOrders.IntegrationTests.HostileResponses.Http2Frames;

namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>Misbehaviors over HTTP/2.</summary>
internal static class Http2Misbehaviors
{
    // Longer than a short call. On an endlessly flooded connection no later call would succeed.
    private const int FloodMilliseconds = 600;

    private static readonly byte[] Acknowledgement = RawResponse.Text(RawResponse.Acknowledgement);

    public static readonly IReadOnlyDictionary<string, Http2Misbehavior> All = new Dictionary<string, Http2Misbehavior>
    {
        ["resets without an error"] = Send(stream => ResetStream(stream, 0x0)),
        ["resets with INTERNAL_ERROR"] = Send(stream => ResetStream(stream, 0x2)),
        ["resets with REFUSED_STREAM"] = Send(stream => ResetStream(stream, 0x7)),
        ["resets with CANCEL"] = Send(stream => ResetStream(stream, 0x8)),
        ["resets with ENHANCE_YOUR_CALM"] = Send(stream => ResetStream(stream, 0xb)),
        ["resets with HTTP_1_1_REQUIRED"] = Send(stream => ResetStream(stream, 0xd)),
        ["resets with an unknown code"] = Send(stream => ResetStream(stream, 0xbad)),
        ["resets after the headers"] = Send(stream => [.. Headers(stream, Status200), .. ResetStream(stream, 0x2)]),
        ["resets inside the body"] = Send(stream => [.. Headers(stream, Status200), .. Data(stream, Acknowledgement, flags: 0), .. ResetStream(stream, 0x2)]),
        ["resets without an error inside the body"] = Send(stream => [.. Headers(stream, Status200), .. Data(stream, Acknowledgement, flags: 0), .. ResetStream(stream, 0x0)]),
        ["goes away"] = Close(stream => GoAway(stream, 0x0)),
        ["goes away with an error"] = Close(stream => GoAway(stream, 0x2)),
        ["goes away with the request unprocessed"] = Close(_ => GoAway(0, 0x0)),
        ["goes away inside the body"] = Close(stream => [.. Headers(stream, Status200), .. Data(stream, Acknowledgement, flags: 0), .. GoAway(stream, 0x0)]),
        ["goes away and stays"] = Send(stream => GoAway(stream, 0x0)),
        ["closes"] = Close(_ => []),
        ["closes inside a frame"] = Close(stream => Headers(stream, Status200)[..^1]),
        ["ends without a body"] = Send(stream => Headers(stream, Status200, EndHeaders | EndStream)),
        ["sends the body before the headers"] = Send(stream => Data(stream, Acknowledgement)),
        ["responds to a request that was never sent"] = Send(_ => [.. Headers(4711, Status200), .. Data(4711, Acknowledgement)]),
        ["sends unreadable headers"] = Send(stream => [.. Headers(stream, [0x80]), .. Data(stream, Acknowledgement)]),
        ["sends headers without a status"] = Send(stream => [.. Headers(stream, []), .. Data(stream, Acknowledgement)]),
        ["sends a frame that is too large"] = Send(stream => [.. Headers(stream, Status200), .. Data(stream, new byte[1 << 20])]),
        ["sends more than the flow control window"] = Send(stream => [.. Headers(stream, Status200), .. Enumerable.Repeat(Data(stream, new byte[0x4000], flags: 0), 100).SelectMany(frame => frame)]),
        ["sends nothing"] = Send(_ => []),
        ["sends nothing after the headers"] = Send(stream => Headers(stream, Status200)),
        ["floods with 100 Continue"] = Flood(stream => Headers(stream, [0x08, 0x03, (byte)'1', (byte)'0', (byte)'0'])),
        ["floods with pings"] = Flood(_ => Frame(PingType, flags: 0, streamId: 0, new byte[8])),
        ["floods with settings"] = Flood(_ => Settings()),
        ["floods with empty data"] = Flood(stream => Data(stream, [], flags: 0), Status200),
        ["floods with headers"] = Flood(stream => Frame(ContinuationType, flags: 0, stream, [0x00, 0x01, (byte)'x', 0x01, (byte)'y']), [], headersFlags: 0),
    };

    /// <summary>Sends these frames and keeps the connection open.</summary>
    public static Http2Misbehavior Send(Func<int, byte[]> frames) => async (stream, streamId, stop) =>
    {
        await stream.WriteAsync(frames(streamId), stop);
        return true;
    };

    private static Http2Misbehavior Close(Func<int, byte[]> frames) => async (stream, streamId, stop) =>
    {
        await stream.WriteAsync(frames(streamId), stop);
        return false;
    };

    private static Http2Misbehavior Flood(Func<int, byte[]> frame, byte[]? head = null, byte headersFlags = EndHeaders) => async (stream, streamId, stop) =>
    {
        if (head is not null)
        {
            await stream.WriteAsync(Headers(streamId, head, headersFlags), stop);
        }

        byte[] many = [.. Enumerable.Repeat(frame(streamId), 1000).SelectMany(one => one)];
        for (long end = Environment.TickCount64 + FloodMilliseconds; Environment.TickCount64 < end;)
        {
            await stream.WriteAsync(many, stop);
        }

        return true;
    };
}
