using System.Text;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>
/// Acknowledges every request that is written to it, which measures the framework's whole HTTP/1.1 without a socket. The write of a request completes
/// the pending read on the same thread, so that no other thread and no scheduler is measured.
/// </summary>
internal sealed class AcknowledgingConnection : Stream
{
    private static readonly byte[] Response = Encoding.ASCII.GetBytes(
        $"HTTP/1.1 200 OK\r\nContent-Type: {Acknowledgement.ContentType}\r\n"
        + string.Concat(Acknowledgement.Headers.Select(header => $"{header.Name}: {header.Value}\r\n"))
        + $"Content-Length: {Acknowledgement.Body.Length}\r\n\r\n{Acknowledgement.Text}");

    private readonly Lock _lock = new();
    private ReadOnlyMemory<byte> _unread;
    private TaskCompletionSource? _reader;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    // Every request of this program fits into one write.
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        TaskCompletionSource? reader;
        lock (_lock)
        {
            _unread = Response;
            (reader, _reader) = (_reader, null);
        }

        reader?.SetResult();
        return ValueTask.CompletedTask;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Task? arrival = null;
        lock (_lock)
        {
            if (_unread.IsEmpty)
            {
                _reader = new TaskCompletionSource();
                arrival = _reader.Task;
            }
        }

        if (arrival is not null)
        {
            await arrival.WaitAsync(cancellationToken);
        }

        lock (_lock)
        {
            ReadOnlyMemory<byte> part = _unread[..Math.Min(buffer.Length, _unread.Length)];
            part.CopyTo(buffer);
            _unread = _unread[part.Length..];
            return part.Length;
        }
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
