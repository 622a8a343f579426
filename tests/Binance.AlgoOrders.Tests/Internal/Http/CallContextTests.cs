using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Requests;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Internal.Http;

/// <summary>Tests the deadline of a call and the record of its attempts.</summary>
public class CallContextTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly CallContext _call;

    public CallContextTests() => _call = new CallContext(_time, TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

    [Fact]
    public void Remaining_is_never_negative()
    {
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(TimeSpan.FromSeconds(6), _call.Remaining);
        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(TimeSpan.Zero, _call.Remaining);
    }

    [Fact]
    public void WaitAsync_ends_at_the_deadline()
    {
        Task wait = _call.WaitAsync(TimeSpan.FromMinutes(1));
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.True(wait.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_call_with_two_unknown_attempts_may_have_been_executed()
    {
        Record(ExecutionStatus.Unknown, HttpMethod.Delete);
        Record(ExecutionStatus.Unknown, HttpMethod.Delete);
        Assert.True(_call.MayHaveBeenExecuted);
    }

    [Fact]
    public void LatestExpiry_is_null_when_no_attempt_is_unknown()
    {
        Record(ExecutionStatus.NotExecuted, HttpMethod.Delete);
        Record(ExecutionStatus.Unknown, HttpMethod.Get);
        Assert.Null(_call.LatestExpiry);
        Assert.False(_call.HasUnknownAttempt || _call.MayStillBeExecuted || _call.MayHaveBeenExecuted);
    }

    [Fact]
    public void LatestExpiry_is_that_of_the_attempt_that_expires_last()
    {
        Record(ExecutionStatus.Unknown, HttpMethod.Delete, expiry: 7_000);
        Record(ExecutionStatus.Unknown, HttpMethod.Delete, expiry: 6_000);
        Assert.Equal(7_000, _call.LatestExpiry);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(7_001), _call.MayExecuteUntil);
    }

    [Fact]
    public void Nothing_may_be_executed_after_MarkExpired_until_the_next_unknown_attempt()
    {
        Record(ExecutionStatus.Unknown, HttpMethod.Delete, expiry: 7_000);
        _call.MarkExpired();
        Assert.False(_call.MayStillBeExecuted);
        Assert.Null(_call.MayExecuteUntil);

        Record(ExecutionStatus.Unknown, HttpMethod.Delete, expiry: 7_001);
        Assert.True(_call.MayStillBeExecuted);
    }

    private void Record(ExecutionStatus execution, HttpMethod method, long expiry = 0)
    {
        var request = new Request(new ApiEndpoint(method, "algoOrder"));
        _call.Record(new Attempt(request, new ApiRoute(new Uri("https://localhost/"), ""), _time.GetUtcNow(), _time.GetTimestamp()) { Execution = execution, Timing = new RequestTiming(expiry, RecvWindow: 0) });
    }

    private sealed class Request(ApiEndpoint endpoint) : QueryStringRequest<string>(endpoint)
    {
        protected override string? Read(ReadOnlySpan<byte> body) => null;
    }
}
