namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>Misbehaviors over HTTP/1.1.</summary>
internal static class Misbehaviors
{
    private const long FloodSize = 100L << 20;
    private const int ChunkSize = 1 << 16;

    // Several bytes arrive before the call ends.
    private static readonly TimeSpan TrickleInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>Sends these bytes and keeps the connection open.</summary>
    public static Misbehavior Respond(byte[] response) => async (stream, _, stop) =>
    {
        await stream.WriteAsync(response, stop);
        return true;
    };

    /// <summary>Sends these bytes and closes the connection.</summary>
    public static Misbehavior RespondAndClose(byte[] response) => async (stream, _, stop) =>
    {
        await stream.WriteAsync(response, stop);
        return false;
    };

    /// <summary>Sends the request back between two texts.</summary>
    public static Misbehavior Echo(string before, string after) => async (stream, head, stop) =>
    {
        await stream.WriteAsync(RawResponse.Text(before + head + after), stop);
        return false;
    };

    /// <summary>Sends nothing and waits for the client to close the connection.</summary>
    public static Misbehavior NoResponse { get; } = async (stream, _, stop) =>
        await stream.ReadAsync(new byte[1], stop) > 0
            ? throw new InvalidOperationException("The client must wait for the response, but sent another request.")
            : throw new EndOfStreamException();

    /// <summary>Sends a beginning at once, then another text byte by byte in a loop.</summary>
    public static Misbehavior Trickle(string beginning, string repeated) => async (stream, _, stop) =>
    {
        await stream.WriteAsync(RawResponse.Text(beginning), stop);
        byte[] bytes = RawResponse.Text(repeated);
        for (int index = 0; ; index = (index + 1) % bytes.Length)
        {
            await stream.WriteAsync(bytes.AsMemory(index, 1), stop);
            await Task.Delay(TrickleInterval, stop);
        }
    };

    /// <summary>Sends 100 MiB of a piece between a beginning and an end that together form a proper response.</summary>
    public static Misbehavior Flood(string beginning, string piece, string end) => async (stream, _, stop) =>
    {
        await stream.WriteAsync(RawResponse.Text(beginning), stop);
        byte[] chunk = Chunk(piece);
        for (long sent = 0; sent < FloodSize; sent += chunk.Length)
        {
            await stream.WriteAsync(chunk, stop);
        }

        await stream.WriteAsync(RawResponse.Text(end), stop);
        return true;
    };

    /// <summary>Sends a beginning, then a piece in an endless loop.</summary>
    public static Misbehavior Endless(byte[] beginning, byte[] piece) => async (stream, _, stop) =>
    {
        await stream.WriteAsync(beginning, stop);
        while (true)
        {
            await stream.WriteAsync(piece, stop);
        }
    };

    private static byte[] Chunk(string piece) => RawResponse.Text(string.Concat(Enumerable.Repeat(piece, Math.Max(1, ChunkSize / piece.Length))));
}
