using Binance.AlgoOrders.Internal.Http;

namespace Binance.AlgoOrders.Tests.Internal.Http;

public class ResponseBodyTests
{
    private const int Limit = 10_000;

    // The buffer size of HttpContent. At most one buffer is read beyond the limit, and nothing of it is kept.
    private const int CopyBuffer = 81_920;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1024)]
    [InlineData(Limit)]
    public async Task A_body_up_to_the_limit_is_read_completely(int length)
    {
        byte[] sent = [.. Enumerable.Range(0, length).Select(number => (byte)number)];
        using var content = new StreamContent(new EndlessStream(sent));

        using var body = new ResponseBody();
        await body.CopyFromAsync(content, Limit, TestContext.Current.CancellationToken);

        Assert.True(body.IsComplete);
        Assert.Equal(sent, body.Bytes.ToArray());
    }

    [Fact]
    public async Task An_endless_body_is_read_up_to_the_limit()
    {
        var endless = new EndlessStream(null);
        using var content = new StreamContent(endless);
        content.Headers.ContentLength = 1L << 30;

        using var body = new ResponseBody();
        await body.CopyFromAsync(content, Limit, TestContext.Current.CancellationToken);

        Assert.False(body.IsComplete);
        Assert.Equal(Limit, body.Bytes.Length);
        Assert.InRange(endless.BytesRead, Limit + 1, Limit + CopyBuffer);
    }

    [Fact]
    public async Task A_body_is_read_from_its_beginning_after_a_longer_one()
    {
        using var body = new ResponseBody();
        using var first = new ByteArrayContent(new byte[Limit]);
        using var second = new ByteArrayContent([1, 2, 3]);
        await body.CopyFromAsync(first, Limit - 1, TestContext.Current.CancellationToken);

        body.Reset();
        await body.CopyFromAsync(second, Limit, TestContext.Current.CancellationToken);

        Assert.True(body.IsComplete);
        Assert.Equal([1, 2, 3], body.Bytes.ToArray());
    }

    [Fact]
    public async Task A_body_is_read_completely_with_every_write_method_of_a_stream()
    {
        using var content = new WritingContent();

        using var body = new ResponseBody();
        await body.CopyFromAsync(content, Limit, TestContext.Current.CancellationToken);

        Assert.Equal("123456789"u8, body.Bytes);
        Assert.Equal((9, 9), (body.Length, body.Position));
    }

    [Fact]
    public void The_stream_can_only_be_written()
    {
        using var body = new ResponseBody();

        Assert.Equal((true, false, false), (body.CanWrite, body.CanRead, body.CanSeek));
        Assert.Throws<NotSupportedException>(() => body.ReadByte());
        Assert.Throws<NotSupportedException>(() => body.Seek(0, SeekOrigin.Begin));
        Assert.Throws<NotSupportedException>(() => body.Position = 0);
        Assert.Throws<NotSupportedException>(() => body.SetLength(0));
    }

    /// <summary>Writes with every write method of a stream.</summary>
    private sealed class WritingContent : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            byte[] bytes = [.. "0123456789"u8];
            stream.Write(bytes.AsSpan(1, 2));
            stream.Write(bytes, 3, 2);
            await stream.WriteAsync(bytes.AsMemory(5, 2));
            Func<byte[], int, int, Task> write = stream.WriteAsync;
            await write(bytes, 7, 3);
            await stream.FlushAsync();
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    /// <summary>Returns its bytes in small parts. Without bytes it never ends.</summary>
    private sealed class EndlessStream(byte[]? bytes) : MemoryStream(bytes ?? [])
    {
        public int BytesRead { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int read = bytes is null ? buffer.Length : Read(buffer.Span[..Math.Min(buffer.Length, 700)]);
            BytesRead += read;
            return ValueTask.FromResult(read);
        }
    }
}
