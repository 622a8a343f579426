using System.Security.Cryptography;

namespace Binance.AlgoOrders.Streams.Internal.Connection;

/// <summary>
/// The bytes of a WebSocket below its frames. It records when bytes arrive, and sends ping frames between those of the framework, because a ClientWebSocket
/// of .NET 8 does not send any, and that of .NET 9 does not show whether the peer responds. Every write of the framework is a whole frame.
/// </summary>
internal sealed class MonitoredStream(Stream inner, TimeProvider timeProvider) : Stream
{
    private const int MaskSize = 4;

    private readonly SemaphoreSlim _write = new(1);
    private long _lastReceived = timeProvider.GetTimestamp();

    /// <summary>Gets the monotonic timestamp at which the last byte arrived.</summary>
    public long LastReceivedTimestamp => Volatile.Read(ref _lastReceived);

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Sends a ping frame without a payload. A client's frames are masked.</summary>
    public async Task PingAsync(CancellationToken cancellationToken)
    {
        byte[] frame = [0x89, 0x80, .. RandomNumberGenerator.GetBytes(MaskSize)];
        await WriteAsync(frame, cancellationToken).ConfigureAwait(false);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        RecordReceived(count);
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = inner.Read(buffer, offset, count);
        RecordReceived(read);
        return read;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await _write.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await inner.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _write.Release();
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            _write.Dispose();
        }

        base.Dispose(disposing);
    }

    private void RecordReceived(int count)
    {
        if (count > 0)
        {
            Volatile.Write(ref _lastReceived, timeProvider.GetTimestamp());
        }
    }
}
