using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders.Tests.Internal.Transport;

public class ResponseBodyTests
{
    private const int Limit = 10_000;

    // What HttpContent copies at a time; no more than one of them is read beyond the limit, and none of it is kept.
    private const int CopyBuffer = 81_920;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1024)]
    [InlineData(Limit)]
    public async Task A_body_up_to_the_limit_is_read_whole(int length)
    {
        byte[] sent = [.. Enumerable.Range(0, length).Select(number => (byte)number)];
        using var content = new StreamContent(new EndlessStream(sent));

        using var body = new ResponseBody();
        await body.CopyFromAsync(content, Limit, TestContext.Current.CancellationToken);

        Assert.True(body.IsComplete);
        Assert.Equal(sent, body.Bytes.ToArray());
    }

    [Fact]
    public async Task Of_a_body_without_an_end_only_the_limit_is_read()
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
    public async Task After_a_long_answer_the_next_one_is_read_from_its_beginning()
    {
        using var body = new ResponseBody();
        using var first = new ByteArrayContent(new byte[Limit]);
        using var second = new ByteArrayContent([1, 2, 3]);
        await body.CopyFromAsync(first, Limit - 1, TestContext.Current.CancellationToken);

        body.Clear();
        await body.CopyFromAsync(second, Limit, TestContext.Current.CancellationToken);

        Assert.True(body.IsComplete);
        Assert.Equal([1, 2, 3], body.Bytes.ToArray());
    }

    [Fact]
    public async Task However_a_content_writes_itself_it_is_read_whole()
    {
        using var content = new WritingContent();

        using var body = new ResponseBody();
        await body.CopyFromAsync(content, Limit, TestContext.Current.CancellationToken);

        Assert.Equal("123456789"u8, body.Bytes);
        Assert.Equal((9, 9), (body.Length, body.Position));
    }

    [Fact]
    public void It_is_only_written_to()
    {
        using var body = new ResponseBody();

        Assert.Equal((true, false, false), (body.CanWrite, body.CanRead, body.CanSeek));
        Assert.Throws<NotSupportedException>(() => body.ReadByte());
        Assert.Throws<NotSupportedException>(() => body.Seek(0, SeekOrigin.Begin));
        Assert.Throws<NotSupportedException>(() => body.Position = 0);
        Assert.Throws<NotSupportedException>(() => body.SetLength(0));
    }

    /// <summary>Writes in each of the ways that a stream offers.</summary>
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

    /// <summary>Gives its bytes in small pieces; without bytes it never ends.</summary>
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
