using System.Globalization;
using System.Net.Http.Headers;

namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>The counters of an answer's headers; each is null until an answer carried it.</summary>
internal sealed record LimitReport
{
    public int? UsedWeight1Minute { get; private init; }

    public int? OrderCount10Seconds { get; private init; }

    public int? OrderCount1Minute { get; private init; }

    public DateTimeOffset? ReportedAt { get; private init; }

    public LimitReport Updated(HttpResponseHeaders headers, DateTimeOffset now)
    {
        int? weight = UsedWeightOf(headers);
        int? orders10Seconds = Read(headers, "X-MBX-ORDER-COUNT-10S");
        int? orders1Minute = Read(headers, "X-MBX-ORDER-COUNT-1M");
        return (weight ?? orders10Seconds ?? orders1Minute) is null ? this : new LimitReport
        {
            UsedWeight1Minute = weight ?? UsedWeight1Minute,
            OrderCount10Seconds = orders10Seconds ?? OrderCount10Seconds,
            OrderCount1Minute = orders1Minute ?? OrderCount1Minute,
            ReportedAt = now,
        };
    }

    public static int? UsedWeightOf(HttpResponseHeaders headers) => Read(headers, "X-MBX-USED-WEIGHT-1M");

    private static int? Read(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out HeaderStringValues values)
        && int.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            ? value
            : null;
}
