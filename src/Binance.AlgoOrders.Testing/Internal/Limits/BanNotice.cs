using System.Globalization;

namespace Binance.AlgoOrders.Testing.Internal.Limits;

/// <summary>The announced end of a ban, exactly as header and message give it.</summary>
internal sealed record BanNotice(DateTimeOffset Until, KeyValuePair<string, string>[] Headers)
{
    public string Message => string.Create(CultureInfo.InvariantCulture, $"Way too many requests; IP banned until {Until.ToUnixTimeMilliseconds()}.");

    /// <summary>
    /// Rounds the end of a ban up to the precision of its announcement, because a client that obeys the announcement must never be too early.
    /// </summary>
    public static BanNotice Create(DateTimeOffset end, DateTimeOffset now, RetryAfterFormat format)
    {
        TimeSpan sinceEpoch = end - DateTimeOffset.UnixEpoch;
        switch (format)
        {
            case RetryAfterFormat.Seconds:
                double seconds = Math.Ceiling((end - now).TotalSeconds);
                return new BanNotice(now.AddSeconds(seconds), RetryAfter(seconds.ToString(CultureInfo.InvariantCulture)));
            case RetryAfterFormat.HttpDate:
                var date = DateTimeOffset.FromUnixTimeSeconds((long)Math.Ceiling(sinceEpoch.TotalSeconds));
                return new BanNotice(date, RetryAfter(date.ToString("R", CultureInfo.InvariantCulture)));
            default:
                return new BanNotice(DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Ceiling(sinceEpoch.TotalMilliseconds)), []);
        }
    }

    private static KeyValuePair<string, string>[] RetryAfter(string value) => [new("Retry-After", value)];
}
