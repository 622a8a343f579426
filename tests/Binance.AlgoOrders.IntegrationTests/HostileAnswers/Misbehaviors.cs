namespace Binance.AlgoOrders.IntegrationTests.HostileAnswers;

/// <summary>What a peer may do instead of answering.</summary>
internal static class Misbehaviors
{
    private const long FloodSize = 100L << 20;
    private const int ChunkSize = 1 << 16;

    // Twenty bytes a second are as bad as one, and several arrive before the call is over.
    private static readonly TimeSpan BetweenDrops = TimeSpan.FromMilliseconds(50);

    /// <summary>Answers with these bytes and keeps the connection.</summary>
    public static Misbehavior Answer(byte[] answer) => async (stream, _, stop) =>
    {
        await stream.WriteAsync(answer, stop);
        return true;
    };

    /// <summary>Answers with these bytes and closes the connection.</summary>
    public static Misbehavior AnswerAndClose(byte[] answer) => async (stream, _, stop) =>
    {
        await stream.WriteAsync(answer, stop);
        return false;
    };

    /// <summary>Sends the request back.</summary>
    public static Misbehavior Echo(string before, string after) => async (stream, head, stop) =>
    {
        await stream.WriteAsync(Raw.Text(before + head + after), stop);
        return false;
    };

    /// <summary>Says nothing, and waits for the client to leave.</summary>
    public static Misbehavior Silence { get; } = async (stream, _, stop) =>
        await stream.ReadAsync(new byte[1], stop) > 0
            ? throw new InvalidOperationException("Another request came before the answer.")
            : throw new EndOfStreamException();

    /// <summary>Sends a beginning at once, and the rest byte by byte, over and over.</summary>
    public static Misbehavior DropByDrop(string beginning, string rest) => async (stream, _, stop) =>
    {
        await stream.WriteAsync(Raw.Text(beginning), stop);
        byte[] drops = Raw.Text(rest);
        for (int drop = 0; ; drop = (drop + 1) % drops.Length)
        {
            await stream.WriteAsync(drops.AsMemory(drop, 1), stop);
            await Task.Delay(BetweenDrops, stop);
        }
    };

    /// <summary>Between a beginning and an end that would make a proper answer, 100 MiB of this piece.</summary>
    public static Misbehavior Flood(string beginning, string piece, string end) => async (stream, _, stop) =>
    {
        await stream.WriteAsync(Raw.Text(beginning), stop);
        byte[] chunk = Chunk(piece);
        for (long sent = 0; sent < FloodSize; sent += chunk.Length)
        {
            await stream.WriteAsync(chunk, stop);
        }

        await stream.WriteAsync(Raw.Text(end), stop);
        return true;
    };

    /// <summary>After a beginning, this piece without an end.</summary>
    public static Misbehavior Endless(byte[] beginning, byte[] piece) => async (stream, _, stop) =>
    {
        await stream.WriteAsync(beginning, stop);
        while (true)
        {
            await stream.WriteAsync(piece, stop);
        }
    };

    private static byte[] Chunk(string piece) => Raw.Text(string.Concat(Enumerable.Repeat(piece, Math.Max(1, ChunkSize / piece.Length))));
}
