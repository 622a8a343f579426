using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders.Tests.Internal.Transport;

public class ResponseBodyTests
{
    private const int Limit = 10_000;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1024)]
    [InlineData(Limit)]
    public async Task A_body_up_to_the_limit_is_read_whole(int length)
    {
        byte[] sent = [.. Enumerable.Range(0, length).Select(number => (byte)number)];
        using var content = new StreamContent(new EndlessStream(sent));

        using ResponseBody body = await ResponseBody.ReadAsync(content, Limit, TestContext.Current.CancellationToken);

        Assert.True(body.IsComplete);
        Assert.Equal(sent, body.Bytes.ToArray());
    }

    [Fact]
    public async Task Of_a_body_without_an_end_only_the_limit_is_read()
    {
        var endless = new EndlessStream(null);
        using var content = new StreamContent(endless);
        content.Headers.ContentLength = 1L << 30;

        using ResponseBody body = await ResponseBody.ReadAsync(content, Limit, TestContext.Current.CancellationToken);

        Assert.False(body.IsComplete);
        Assert.Equal(Limit, body.Bytes.Length);
        Assert.Equal(Limit + 1, endless.BytesRead);
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
