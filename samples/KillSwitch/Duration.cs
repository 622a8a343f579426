using System.CommandLine.Parsing;
using System.Globalization;

namespace Binance.AlgoOrders.Samples;

/// <summary>Parses a duration such as <c>500ms</c>, <c>20s</c> or <c>2m</c>.</summary>
internal static class Duration
{
    private static readonly TimeSpan Max = TimeSpan.FromMinutes(10);

    private static readonly (string Suffix, TimeSpan Unit)[] Units =
        [("ms", TimeSpan.FromMilliseconds(1)), ("s", TimeSpan.FromSeconds(1)), ("m", TimeSpan.FromMinutes(1))];

    public static TimeSpan Parse(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (TryParse(text) is { } time)
        {
            return time;
        }

        result.AddError($"The duration must be such as 500ms, 20s or 2m, above zero and at most 10 minutes, but was '{text}'.");
        return default;
    }

    private static TimeSpan? TryParse(string text)
    {
        (string suffix, TimeSpan unit) = Array.Find(Units, candidate => text.EndsWith(candidate.Suffix, StringComparison.Ordinal));
        return suffix is not null
            && int.TryParse(text.AsSpan(0, text.Length - suffix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            && count > 0
            && count <= Max / unit
                ? count * unit
                : null;
    }
}
