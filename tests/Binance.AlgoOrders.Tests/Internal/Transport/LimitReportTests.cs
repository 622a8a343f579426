using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders.Tests.Internal.Transport;

public class LimitReportTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;
    private static readonly DateTimeOffset Later = Now.AddSeconds(1);
    private static readonly ApiOperation Cancel = new(HttpMethod.Delete, "algoOrder");
    private static readonly ApiOperation Place = new(HttpMethod.Post, "algoOrder") { CountsAsOrder = true };

    [Fact]
    public void An_answer_to_an_order_tells_all_three_counters() =>
        Assert.Equal(new LimitReport(40, 2, 7, Now), Read(Place, ("X-MBX-USED-WEIGHT-1M", "40"), ("X-MBX-ORDER-COUNT-10S", "2"), ("X-MBX-ORDER-COUNT-1M", "7")));

    [Fact]
    public void Any_other_answer_tells_the_weight_alone() =>
        Assert.Equal(new LimitReport(40, null, null, Now), Read(Cancel, ("x-mbx-used-weight-1m", "40"), ("X-MBX-ORDER-COUNT-10S", "2")));

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("4.0")]
    [InlineData("99999999999")]
    public void A_counter_that_is_no_count_is_none(string text) => Assert.Null(Read(Cancel, ("X-MBX-USED-WEIGHT-1M", text)).UsedWeight1Minute);

    [Fact]
    public void What_a_newer_report_does_not_tell_is_kept_of_the_older() =>
        Assert.Equal(new LimitReport(41, 2, 7, Later), new LimitReport(40, 2, 7, Now).UpdatedBy(new LimitReport(41, null, null, Later)));

    [Theory]
    [InlineData(41, null, null)]
    [InlineData(null, 3, null)]
    [InlineData(null, null, 8)]
    public void One_counter_makes_a_report(int? weight, int? orders10Seconds, int? orders1Minute)
    {
        LimitReport updated = new LimitReport(40, 2, 7, Now).UpdatedBy(new LimitReport(weight, orders10Seconds, orders1Minute, Later));
        Assert.Equal(new LimitReport(weight ?? 40, orders10Seconds ?? 2, orders1Minute ?? 7, Later), updated);
    }

    [Fact]
    public void An_answer_without_counters_is_no_report()
    {
        var report = new LimitReport(40, 2, 7, Now);
        Assert.Equal(report, report.UpdatedBy(new LimitReport(null, null, null, Later)));
    }

    private static LimitReport Read(ApiOperation operation, params (string Name, string Value)[] headers)
    {
        using var response = new HttpResponseMessage();
        foreach ((string name, string value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return LimitReport.Of(operation, response.Headers, Now);
    }
}
