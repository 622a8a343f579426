using System.Globalization;
using System.Net.Http.Headers;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.Internal.Limits;

/// <summary>Holds the counters of a response's headers. A counter is null if no response has carried it.</summary>
internal readonly record struct RateLimitHeaders(int? UsedWeight1Minute, int? OrderCount10Seconds, int? OrderCount1Minute, DateTimeOffset? ReportedAt)
{
    /// <summary>Reads the counters of a response.</summary>
    /// <param name="endpoint">The endpoint that responded. Only its own headers are read.</param>
    /// <param name="headers">The headers of the response.</param>
    /// <param name="now">The time at which the response arrived.</param>
    public static RateLimitHeaders Of(ApiEndpoint endpoint, HttpResponseHeaders headers, DateTimeOffset now)
    {
        HttpHeadersNonValidated values = headers.NonValidated;
        int? weight = Read(values, "X-MBX-USED-WEIGHT-1M");
        return endpoint.CountsAsOrder
            ? new(weight, Read(values, "X-MBX-ORDER-COUNT-10S"), Read(values, "X-MBX-ORDER-COUNT-1M"), now)
            : new(weight, OrderCount10Seconds: null, OrderCount1Minute: null, now);
    }

    /// <summary>Returns this report with the counters of a newer one.</summary>
    public RateLimitHeaders UpdateWith(in RateLimitHeaders newer)
    {
        if ((newer.UsedWeight1Minute ?? newer.OrderCount10Seconds ?? newer.OrderCount1Minute) is null)
        {
            return this;
        }

        return new(
            newer.UsedWeight1Minute ?? UsedWeight1Minute,
            newer.OrderCount10Seconds ?? OrderCount10Seconds,
            newer.OrderCount1Minute ?? OrderCount1Minute,
            newer.ReportedAt);
    }

    private static int? Read(HttpHeadersNonValidated headers, string name)
    {
        if (headers.TryGetValues(name, out HeaderStringValues values)
            && int.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out int value))
        {
            return value;
        }

        return null;
    }
}
