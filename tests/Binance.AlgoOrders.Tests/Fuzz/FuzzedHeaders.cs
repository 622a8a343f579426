using Binance.AlgoOrders.TruthCampaign;

namespace Binance.AlgoOrders.Tests.Fuzz;

/// <summary>Statuses and headers, good and bad.</summary>
internal static class FuzzedHeaders
{
    /// <summary>Returns a status. Half of them are successes.</summary>
    public static readonly int[] Statuses =
        [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 201, 204, 301, 400, 400, 400, 400, 401, 403, 404, 408, 418, 429, 500, 502, 503, 503, 504];

    private static readonly string[] RetryAfters =
    [
        "1", "2", "0", "-1", "3153600000", "99999999999999999999", "NaN", "", "Tue, 31 Dec 2126 23:59:59 GMT", "Fri, 31 Dec 9999 23:59:59 GMT",
        "Mon, 01 Jan 0001 00:00:00 GMT", "Mon, 02 Mar 2026 12:00:05 GMT",
    ];

    private static readonly string[] Dates = ["Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 01 Jan 0001 00:00:00 GMT", "Mon, 02 Mar 2026 12:00:00 GMT", "yesterday"];
    private static readonly string[] Weights = ["1", "2400", "2147483647", "-1", "2147483648", "NaN", "1, 2", ""];
    private static readonly string[] ContentTypes = ["text/html", "application/json; charset=utf-16", "application/json; charset=nonsense", "\u00FF", ""];

    public static void Add(Dice dice, HttpResponseMessage response)
    {
        Add(dice, response.Headers, "Retry-After", RetryAfters);
        Add(dice, response.Headers, "Date", Dates);
        Add(dice, response.Headers, "X-MBX-USED-WEIGHT-1M", Weights);
        Add(dice, response.Headers, "X-MBX-ORDER-COUNT-10S", Weights);
        Add(dice, response.Content.Headers, "Content-Type", ContentTypes);
    }

    private static void Add(Dice dice, System.Net.Http.Headers.HttpHeaders headers, string name, string[] values)
    {
        if (dice.Chance(0.1))
        {
            headers.TryAddWithoutValidation(name, dice.OneOf(values));
        }
    }
}
