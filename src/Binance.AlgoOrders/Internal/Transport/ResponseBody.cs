using System.Buffers;

namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>An answer's body in a pooled buffer, of which no more than a limit is ever read, whatever the headers announce.</summary>
internal readonly struct ResponseBody : IDisposable
{
    private const int FirstBufferSize = 1024;

    private readonly byte[] _buffer;
    private readonly int _length;

    private ResponseBody(byte[] buffer, int length, bool isComplete) => (_buffer, _length, IsComplete) = (buffer, length, isComplete);

    /// <summary>False: the body went on beyond the limit.</summary>
    public bool IsComplete { get; }

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    public static async ValueTask<ResponseBody> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Math.Min(FirstBufferSize, limit));
        int length = 0;
        try
        {
            while (true)
            {
                int read = await stream.ReadAsync(buffer.AsMemory(length, Math.Min(buffer.Length, limit + 1) - length), cancellationToken).ConfigureAwait(false);
                length += read;
                if (read == 0 || length > limit)
                {
                    return new ResponseBody(buffer, Math.Min(length, limit), isComplete: length <= limit);
                }

                if (length == buffer.Length)
                {
                    buffer = Grow(buffer);
                }
            }
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private static byte[] Grow(byte[] full)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}
