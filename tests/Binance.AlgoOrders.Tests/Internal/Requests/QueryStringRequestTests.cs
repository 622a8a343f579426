using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.Tests.Internal.Requests;

public class QueryStringRequestTests
{
    [Fact]
    public void Parameters_are_written_unchanged()
    {
        byte[] written = new byte[64];
        int length = new Request("symbol=%C3%84").Write(written);
        Assert.Equal("symbol=%C3%84"u8, written.AsSpan(0, length));
    }

    [Fact]
    public void Parameters_that_are_not_percent_encoded_are_rejected() =>
        Assert.Throws<InvalidOperationException>(() => new Request("symbol=Ä").Write(new byte[64]));

    private sealed class Request(string parameters) : QueryStringRequest<string>(new ApiEndpoint(HttpMethod.Get, "openAlgoOrders"), parameters)
    {
        protected override string? Read(ReadOnlySpan<byte> body) => null;
    }
}
