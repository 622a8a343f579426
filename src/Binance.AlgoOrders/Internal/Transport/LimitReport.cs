using System.Globalization;
using System.Net.Http.Headers;

namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>The counters of an answer's headers; each is null where no answer has carried it.</summary>
internal readonly record struct LimitReport(int? UsedWeight1Minute, int? OrderCount10Seconds, int? OrderCount1Minute, DateTimeOffset? ReportedAt)
{
    /// <param name="operation">What was answered; headers that its answers do not have are not looked for.</param>
    /// <param name="headers">The answer's.</param>
    /// <param name="now">When it came.</param>
    public static LimitReport Of(ApiOperation operation, HttpResponseHeaders headers, DateTimeOffset now)
    {
        HttpHeadersNonValidated values = headers.NonValidated;
        int? weight = Read(values, "X-MBX-USED-WEIGHT-1M");
        return operation.CountsAsOrder
            ? new(weight, Read(values, "X-MBX-ORDER-COUNT-10S"), Read(values, "X-MBX-ORDER-COUNT-1M"), now)
            : new(weight, OrderCount10Seconds: null, OrderCount1Minute: null, now);
    }

    /// <summary>This report, with what a newer one tells.</summary>
    public LimitReport UpdatedBy(in LimitReport newer) =>
        (newer.UsedWeight1Minute ?? newer.OrderCount10Seconds ?? newer.OrderCount1Minute) is null ? this : new(
            newer.UsedWeight1Minute ?? UsedWeight1Minute,
            newer.OrderCount10Seconds ?? OrderCount10Seconds,
            newer.OrderCount1Minute ?? OrderCount1Minute,
            newer.ReportedAt);

    private static int? Read(HttpHeadersNonValidated headers, string name) =>
        headers.TryGetValues(name, out HeaderStringValues values)
        && int.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            ? value
            : null;
}
