using System.Text;

namespace Binance.AlgoOrders;

/// <summary>An in-memory connection that acknowledges every request as the cancel of <see cref="Id"/>.</summary>
internal sealed class InMemoryConnection : Stream
{
    private const string Acknowledgement = """{"algoId":1,"clientAlgoId":"warm-up","code":"200","msg":"success"}""";
    private static readonly byte[] Response = Encoding.ASCII.GetBytes(
        $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-MBX-USED-WEIGHT-1M: 1\r\nContent-Length: {Acknowledgement.Length}\r\n\r\n{Acknowledgement}");

    private readonly SemaphoreSlim _requests = new(0);
    private int _position = Response.Length;

    public static AlgoOrderId Id { get; } = AlgoOrderId.FromAlgoId(1);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // A request may arrive in two pieces.
        if (_position == Response.Length && _requests.CurrentCount == 0)
        {
            _requests.Release();
        }

        return ValueTask.CompletedTask;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position == Response.Length)
        {
            await _requests.WaitAsync(cancellationToken).ConfigureAwait(false);
            _position = 0;
        }

        int length = Math.Min(buffer.Length, Response.Length - _position);
        Response.AsMemory(_position, length).CopyTo(buffer);
        _position += length;
        return length;
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _requests.Dispose();
        }

        base.Dispose(disposing);
    }
}
