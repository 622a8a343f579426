using System.Net;
using System.Net.Http.Headers;
using Binance.AlgoOrders.Internal.Timing;
using Binance.AlgoOrders.Internal.Transport;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Internal.Transport;

/// <summary>For how long an answer that says that a limit was broken blocks further requests.</summary>
public sealed class RequestLimitsTests : IDisposable
{
    private const int Banned = 418;
    private readonly ManualTimeProvider _time = new();
    private readonly RequestLimits _limits;
    private readonly HttpResponseMessage _answer = new((HttpStatusCode)Banned);

    public RequestLimitsTests() => _limits = new RequestLimits(new ServerClock(_time), new WeightBudget(2400, _time), _time);

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(417)]
    [InlineData(430)]
    public void Any_other_status_breaks_no_limit(int status)
    {
        _answer.StatusCode = (HttpStatusCode)status;
        _answer.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(7));
        Assert.Null(_limits.BlockIfBroken(_answer, new ApiError(-1021, "Timestamp for this request is outside of the recvWindow.")));
    }

    [Fact]
    public void Retry_after_is_waited_for()
    {
        _answer.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(7));
        Assert.Equal(TimeSpan.FromSeconds(7), Block());
    }

    [Fact]
    public void A_date_is_reckoned_from_the_date_of_the_answer()
    {
        DateTimeOffset theirs = _time.GetUtcNow().AddHours(-3);
        _answer.Headers.Date = theirs;
        _answer.Headers.RetryAfter = new RetryConditionHeaderValue(theirs.AddSeconds(7));
        Assert.Equal(TimeSpan.FromSeconds(7), Block());
    }

    [Fact]
    public void Without_a_date_of_the_answer_it_is_reckoned_from_now()
    {
        _answer.Headers.RetryAfter = new RetryConditionHeaderValue(_time.GetUtcNow().AddSeconds(7));
        Assert.Equal(TimeSpan.FromSeconds(7), Block());
    }

    [Theory]
    [InlineData("Way too many requests; IP banned until {0}. Please use the websocket.")]
    [InlineData("Way too many requests; IP Banned Until {0}")]
    [InlineData("banned until {0}")]
    public void The_end_of_a_ban_is_read_from_the_text_too(string text) => Assert.Equal(TimeSpan.FromSeconds(9), Block(text, seconds: 9));

    [Theory]
    [InlineData(5, 9)]
    [InlineData(9, 5)]
    public void Of_two_times_the_longer_counts(int retryAfter, int bannedFor)
    {
        _answer.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(retryAfter));
        Assert.Equal(TimeSpan.FromSeconds(9), Block("IP banned until {0}.", bannedFor));
    }

    [Theory]
    [InlineData("IP banned until .")]
    [InlineData("IP banned until soon")]
    [InlineData("IP banned until 253402300800000.")]
    [InlineData("IP banned for good")]
    public void A_text_that_names_no_moment_names_no_time(string text) => Assert.Equal(TimeSpan.FromMinutes(2), Block(text));

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void A_moment_that_has_passed_is_no_time_to_wait(int seconds) => Assert.Equal(TimeSpan.FromMinutes(2), Block("IP banned until {0}.", seconds));

    [Fact]
    public void The_last_moment_that_there_is_can_be_read() => Assert.Equal(TimeSpan.FromDays(3), Block("IP banned until 253402300799999."));

    [Fact]
    public void More_than_the_three_days_that_Binance_documents_is_not_believed()
    {
        _answer.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromDays(4));
        Assert.Equal(TimeSpan.FromDays(3), Block());
    }

    [Fact]
    public void A_longer_ban_from_before_stays_in_force()
    {
        Block("IP banned until {0}.", seconds: 60);
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.FromSeconds(50), Block("IP banned until {0}.", seconds: 20));
    }

    public void Dispose() => _answer.Dispose();

    private TimeSpan? Block(string text = "Way too many requests.", int seconds = 0)
    {
        long end = _time.GetUtcNow().AddSeconds(seconds).ToUnixTimeMilliseconds();
        return _limits.BlockIfBroken(_answer, new ApiError(-1003, text.Replace("{0}", $"{end}", StringComparison.Ordinal)));
    }
}
