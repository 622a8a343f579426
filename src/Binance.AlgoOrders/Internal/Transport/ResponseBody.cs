using System.Buffers;
using System.Runtime.CompilerServices;

namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>Collects an answer's body, of which no more than a limit is ever taken, whatever the headers announce.</summary>
internal sealed class ResponseBody : Stream
{
    private const int OrdinarySize = 1024;

    private readonly byte[] _ordinary = new byte[OrdinarySize];
    private byte[] _buffer;
    private int _length;
    private int _limit;

    public ResponseBody() => _buffer = _ordinary;

    /// <summary>False: the body went on beyond the limit.</summary>
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
            // It was this object that ended the copying; the beginning is here.
        }
    }

    /// <summary>Forgets what was read, for the next answer.</summary>
    public void Clear()
    {
        ReturnBuffer();
        _length = 0;
        IsComplete = true;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        int taken = Math.Min(buffer.Length, _limit - _length);
        if (taken > _buffer.Length - _length)
        {
            Grow(_length + taken);
        }

        buffer[..taken].CopyTo(_buffer.AsSpan(_length));
        _length += taken;
        if (taken < buffer.Length)
        {
            IsComplete = false;
            throw new IOException("The body is longer than an answer may be.");
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

    protected override void Dispose(bool disposing)
    {
        ReturnBuffer();
        base.Dispose(disposing);
    }

    private void Grow(int needed)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, _buffer.Length * 2));
        Bytes.CopyTo(larger);
        ReturnBuffer();
        _buffer = larger;
    }

    private void ReturnBuffer()
    {
        if (_buffer != _ordinary)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = _ordinary;
        }
    }
}
