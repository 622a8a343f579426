using Binance.AlgoOrders.Internal.Limits;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.Tests.Internal.Limits;

public class RateLimitHeadersTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;
    private static readonly DateTimeOffset Later = Now.AddSeconds(1);
    private static readonly ApiEndpoint Cancel = new(HttpMethod.Delete, "algoOrder");
    private static readonly ApiEndpoint Place = new(HttpMethod.Post, "algoOrder") { CountsAsOrder = true };

    [Fact]
    public void All_three_counters_are_read_from_the_response_to_an_order() =>
        Assert.Equal(new RateLimitHeaders(40, 2, 7, Now), Read(Place, ("X-MBX-USED-WEIGHT-1M", "40"), ("X-MBX-ORDER-COUNT-10S", "2"), ("X-MBX-ORDER-COUNT-1M", "7")));

    [Fact]
    public void Only_the_weight_is_read_from_any_other_response() =>
        Assert.Equal(new RateLimitHeaders(40, null, null, Now), Read(Cancel, ("x-mbx-used-weight-1m", "40"), ("X-MBX-ORDER-COUNT-10S", "2")));

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("4.0")]
    [InlineData("99999999999")]
    public void A_counter_that_is_not_a_count_is_ignored(string text) => Assert.Null(Read(Cancel, ("X-MBX-USED-WEIGHT-1M", text)).UsedWeight1Minute);

    [Fact]
    public void UpdateWith_keeps_the_counters_that_the_newer_report_does_not_contain() =>
        Assert.Equal(new RateLimitHeaders(41, 2, 7, Later), new RateLimitHeaders(40, 2, 7, Now).UpdateWith(new RateLimitHeaders(41, null, null, Later)));

    [Theory]
    [InlineData(41, null, null)]
    [InlineData(null, 3, null)]
    [InlineData(null, null, 8)]
    public void UpdateWith_takes_a_report_with_one_counter(int? weight, int? orders10Seconds, int? orders1Minute)
    {
        RateLimitHeaders updated = new RateLimitHeaders(40, 2, 7, Now).UpdateWith(new RateLimitHeaders(weight, orders10Seconds, orders1Minute, Later));
        Assert.Equal(new RateLimitHeaders(weight ?? 40, orders10Seconds ?? 2, orders1Minute ?? 7, Later), updated);
    }

    [Fact]
    public void UpdateWith_ignores_a_report_without_counters()
    {
        var report = new RateLimitHeaders(40, 2, 7, Now);
        Assert.Equal(report, report.UpdateWith(new RateLimitHeaders(null, null, null, Later)));
    }

    private static RateLimitHeaders Read(ApiEndpoint endpoint, params (string Name, string Value)[] headers)
    {
        using var response = new HttpResponseMessage();
        foreach ((string name, string value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return RateLimitHeaders.Of(endpoint, response.Headers, Now);
    }
}
