using Binance.AlgoOrders.Internal.Transport;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Internal.Transport;

/// <summary>What one call knows of its time and of what its attempts may have done.</summary>
public class ApiCallTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly ApiCall _call;

    public ApiCallTests() => _call = new ApiCall(_time, TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

    [Fact]
    public void What_is_left_of_its_time_is_never_negative()
    {
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(TimeSpan.FromSeconds(6), _call.Remaining);
        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(TimeSpan.Zero, _call.Remaining);
    }

    [Fact]
    public void It_waits_no_longer_than_it_lasts()
    {
        Task wait = _call.WaitAsync(TimeSpan.FromMinutes(1));
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.True(wait.IsCompletedSuccessfully);
    }

    [Fact]
    public void Two_attempts_that_changed_something_are_no_less_than_one()
    {
        Record(AttemptVerdict.InDoubt, HttpMethod.Delete);
        Record(AttemptVerdict.InDoubt, HttpMethod.Delete);
        Assert.True(_call.MayHaveChangedSomething);
    }

    [Fact]
    public void While_no_attempt_is_in_doubt_there_is_nothing_to_wait_for()
    {
        Record(AttemptVerdict.NotExecuted, HttpMethod.Delete);
        Record(AttemptVerdict.InDoubt, HttpMethod.Get);
        Assert.Null(_call.LastExpiry);
        Assert.False(_call.IsInDoubt || _call.MayStillBeExecuted || _call.MayHaveChangedSomething);
    }

    [Fact]
    public void The_attempt_that_is_good_for_longest_decides_how_long_to_wait()
    {
        Record(AttemptVerdict.InDoubt, HttpMethod.Delete, expiry: 7_000);
        Record(AttemptVerdict.InDoubt, HttpMethod.Delete, expiry: 6_000);
        Assert.Equal(7_000, _call.LastExpiry);

        _call.DecideUpTo(6_999);
        Assert.True(_call.MayStillBeExecuted);
        _call.DecideUpTo(7_000);
        Assert.False(_call.MayStillBeExecuted);
    }

    private void Record(AttemptVerdict verdict, HttpMethod method, long expiry = 0)
    {
        var request = new Request(new ApiOperation(method, "algoOrder"));
        _call.Record(new Attempt(request, "", _time.GetUtcNow(), _time.GetTimestamp()) { Verdict = verdict, Timing = new RequestTiming(expiry, RecvWindow: 0) });
    }

    private sealed class Request(ApiOperation operation) : TextRequest<string>(operation)
    {
        protected override string? Read(ReadOnlySpan<byte> body) => null;
    }
}
