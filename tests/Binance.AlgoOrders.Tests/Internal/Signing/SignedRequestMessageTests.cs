using Binance.AlgoOrders.Internal.Signing;

namespace Binance.AlgoOrders.Tests.Internal.Signing;

public sealed class SignedRequestMessageTests : IDisposable
{
    private readonly SignedRequestMessage _message = new(
        CancelAlgoOrderEndpoint.CreateRequest(AlgoOrderId.FromAlgoId(1), recvWindow: null),
        new Uri("https://fapi.binance.com/fapi/v1/algoOrder?algoId=1&signature=2"),
        TimeSpan.FromSeconds(5));

    [Fact]
    public void ToString_returns_method_and_path() => Assert.Equal("DELETE /fapi/v1/algoOrder", _message.ToString());

    [Fact]
    public void CopiesSent_counts_the_copies()
    {
        _message.AddCopies(1);
        _message.AddCopies(2);
        _message.AddCopies(-1);
        Assert.Equal(2, _message.CopiesSent);
    }

    [Theory]
    [InlineData(1000, 5000, 2000, 5000, 1000, 6000)]
    [InlineData(2000, 5000, 1000, 5000, 1000, 6000)]
    [InlineData(1000, 9000, 2000, 1000, 1000, 9000)]
    [InlineData(2000, 1000, 1000, 9000, 1000, 9000)]
    [InlineData(0, 1, 1L << 40, 5000, (1L << 40) + 5000 - int.MaxValue, int.MaxValue)]
    public void Timing_spans_all_copies(long firstTimestamp, int firstWindow, long secondTimestamp, int secondWindow, long timestamp, int window)
    {
        _message.RecordSignature(new RequestTiming(firstTimestamp, firstWindow), credentialsVersion: 1);
        _message.RecordSignature(new RequestTiming(secondTimestamp, secondWindow), credentialsVersion: 2);
        Assert.Equal(new RequestTiming(timestamp, window), _message.Timing);
        Assert.Equal(2, _message.CredentialsVersion);
    }

    public void Dispose() => _message.Dispose();
}
