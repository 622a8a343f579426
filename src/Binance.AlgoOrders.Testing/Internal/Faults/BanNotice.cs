using System.Globalization;

namespace Binance.AlgoOrders.Testing.Internal.Faults;

/// <summary>What the exchange announces: the end of a ban, exactly as header and text say it.</summary>
internal sealed record BanNotice(DateTimeOffset Until, string Text, KeyValuePair<string, string>[] Headers)
{
    public static BanNotice Of(DateTimeOffset wanted, DateTimeOffset now, RetryAfterForm form)
    {
        // A header has whole seconds only, the text whole milliseconds; what is announced is then the end, so that who obeys is never too early.
        double seconds = Math.Ceiling((wanted - now).TotalSeconds);
        DateTimeOffset until = form switch
        {
            RetryAfterForm.Seconds => now.AddSeconds(seconds),
            RetryAfterForm.HttpDate => DateTimeOffset.FromUnixTimeSeconds((long)Math.Ceiling((wanted - DateTimeOffset.UnixEpoch).TotalSeconds)),
            _ => DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Ceiling((wanted - DateTimeOffset.UnixEpoch).TotalMilliseconds)),
        };
        string? header = form switch
        {
            RetryAfterForm.Seconds => seconds.ToString(CultureInfo.InvariantCulture),
            RetryAfterForm.HttpDate => until.ToString("R", CultureInfo.InvariantCulture),
            _ => null,
        };
        string text = string.Create(CultureInfo.InvariantCulture, $"Way too many requests; IP banned until {until.ToUnixTimeMilliseconds()}.");
        return new BanNotice(until, text, header is null ? [] : [new("Retry-After", header)]);
    }
}
