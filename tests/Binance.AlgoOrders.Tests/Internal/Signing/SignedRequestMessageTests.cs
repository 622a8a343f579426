using Binance.AlgoOrders.Internal.Signing;

namespace Binance.AlgoOrders.Tests.Internal.Signing;

public sealed class SignedRequestMessageTests : IDisposable
{
    private readonly SignedRequestMessage _message = CreateMessage();

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
        _ = _message.TryRecordSignature(new RequestTiming(firstTimestamp, firstWindow), credentialsVersion: 1);
        _ = _message.TryRecordSignature(new RequestTiming(secondTimestamp, secondWindow), credentialsVersion: 2);
        Assert.Equal(new RequestTiming(timestamp, window), _message.Timing);
        Assert.Equal(2, _message.CredentialsVersion);
    }

    [Fact]
    public void TryRecordSignature_refuses_a_copy_of_an_abandoned_message()
    {
        Assert.True(_message.TryRecordSignature(new RequestTiming(1000, 5000), credentialsVersion: 1));
        _message.Abandon();
        Assert.False(_message.TryRecordSignature(new RequestTiming(2000, 5000), credentialsVersion: 1));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_copy_is_refused_or_its_time_is_seen_if_the_message_is_abandoned_at_the_same_moment(bool isSecondCopy)
    {
        const int Rounds = 5000;
        var first = new RequestTiming(1_700_000_000_000, 5000);
        var timing = new RequestTiming(1_700_000_000_100, 5000);
        using var both = new Barrier(participantCount: 2);
        SignedRequestMessage[] abandoned = [.. Enumerable.Range(0, Rounds).Select(_ => CreateMessage())];
        if (isSecondCopy)
        {
            Assert.All(abandoned, message => Assert.True(message.TryRecordSignature(first, credentialsVersion: 1)));
        }

        var isSent = new bool[Rounds];
        var seen = new RequestTiming[Rounds];
        Task signing = RunAsync(round => isSent[round] = abandoned[round].TryRecordSignature(timing, credentialsVersion: 1));
        Task abandoning = RunAsync(round =>
        {
            abandoned[round].Abandon();
            seen[round] = abandoned[round].Timing;
        });
        await Task.WhenAll(signing, abandoning).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        long expiry = timing.Timestamp + timing.RecvWindow;
        Assert.DoesNotContain(Enumerable.Range(0, Rounds), round => isSent[round] && seen[round].Timestamp + seen[round].RecvWindow != expiry);

        Task RunAsync(Action<int> act) => Task.Factory.StartNew(
            () =>
            {
                for (int round = 0; round < Rounds; round++)
                {
                    both.SignalAndWait(TestContext.Current.CancellationToken);
                    act(round);
                }
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
    }

    public void Dispose() => _message.Dispose();

    private static SignedRequestMessage CreateMessage() => new(
        CancelAlgoOrderEndpoint.CreateRequest(AlgoOrderId.FromAlgoId(1), recvWindow: null),
        new Uri("https://fapi.binance.com/fapi/v1/algoOrder?algoId=1&signature=2"),
        TimeSpan.FromSeconds(5));
}
