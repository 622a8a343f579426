using System.Buffers;
using System.Runtime.CompilerServices;

namespace Binance.AlgoOrders.Internal.Http;

/// <summary>
/// Buffers the body of a response, up to a limit that the headers cannot raise. A body that was not reset keeps its buffer, because the framework may still
/// write to it.
/// </summary>
internal sealed class ResponseBody : Stream
{
    private const int DefaultSize = 1024;

    private readonly byte[] _default = new byte[DefaultSize];
    private byte[] _buffer;
    private int _length;
    private int _limit;

    public ResponseBody() => _buffer = _default;

    /// <summary>False if the body was longer than the limit.</summary>
    public bool IsComplete { get; private set; } = true;

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask CopyFromAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        _limit = limit;
        try
        {
            await content.CopyToAsync(this, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException) when (!IsComplete)
        {
            // This stream stopped the copy at the limit. The beginning of the body is in the buffer.
        }
    }

    /// <summary>Empties the buffer for the next response.</summary>
    public void Reset()
    {
        ReturnBuffer();
        _length = 0;
        IsComplete = true;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        int count = Math.Min(buffer.Length, _limit - _length);
        if (count > _buffer.Length - _length)
        {
            Grow(_length + count);
        }

        buffer[..count].CopyTo(_buffer.AsSpan(_length));
        _length += count;
        if (count < buffer.Length)
        {
            IsComplete = false;
            throw new IOException("The body of the response exceeds the limit.");
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Grow(int needed)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, _buffer.Length * 2));
        Bytes.CopyTo(larger);
        ReturnBuffer();
        _buffer = larger;
    }

    private void ReturnBuffer()
    {
        if (_buffer != _default)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = _default;
        }
    }
}
