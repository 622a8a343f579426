using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders.Tests.Internal.Transport;

public class TextRequestTests
{
    [Fact]
    public void Parameters_are_written_as_they_are()
    {
        byte[] written = new byte[64];
        int length = new Request("symbol=%C3%84").Write(written);
        Assert.Equal("symbol=%C3%84"u8, written.AsSpan(0, length));
    }

    [Fact]
    public void Parameters_that_were_not_encoded_are_never_sent() =>
        Assert.Throws<InvalidOperationException>(() => new Request("symbol=Ä").Write(new byte[64]));

    private sealed class Request(string parameters) : TextRequest<string>(new ApiOperation(HttpMethod.Get, "openAlgoOrders"), parameters)
    {
        protected override string? Read(ReadOnlySpan<byte> body) => null;
    }
}
