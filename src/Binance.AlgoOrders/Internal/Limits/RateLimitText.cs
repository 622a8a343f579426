using System.Globalization;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.Internal.Limits;

/// <summary>Reads what the texts of Binance's rate limit errors name.</summary>
internal static class RateLimitText
{
    /// <summary>Returns true if the order limit of a minute was exceeded: "Too many new orders; current limit is 1200 orders per MINUTE."</summary>
    public static bool NamesMinute(ApiError? error) => error?.Message.Contains("minute", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Returns the end of a ban: "Way too many requests; IP banned until 1573000000000."</summary>
    public static DateTimeOffset? GetBanEnd(ApiError? error)
    {
        const string Marker = "banned until ";
        int start = error?.Message.IndexOf(Marker, StringComparison.OrdinalIgnoreCase) ?? -1;
        if (start < 0)
        {
            return null;
        }

        ReadOnlySpan<char> rest = error!.Message.AsSpan(start + Marker.Length);
        int digits = rest.IndexOfAnyExceptInRange('0', '9');
        if (digits >= 0)
        {
            rest = rest[..digits];
        }

        if (long.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out long milliseconds)
            && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        }

        return null;
    }
}
