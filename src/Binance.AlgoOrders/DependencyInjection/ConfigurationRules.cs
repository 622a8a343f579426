using System.Globalization;
using Binance.AlgoOrders.Internal.Requests;
using Microsoft.Extensions.Configuration;

namespace Binance.AlgoOrders.DependencyInjection;

/// <summary>Defines the texts that a configuration may have for each option. The binder of .NET names only the type, and reads the time <c>10</c> as ten days.</summary>
internal static class ConfigurationRules
{
    private const string TimeRule = "a time in the form hh:mm:ss, such as 00:00:10";
    private const string NumberRule = "a whole number";

    private static readonly Rule[] Rules =
    [
        new(nameof(AlgoOrderClientOptions.Environment), "Live, Demo or Testnet", static text => Enum.TryParse<BinanceEnvironment>(text, ignoreCase: true, out _)),
        new(nameof(AlgoOrderClientOptions.Market), "UsdMargined or CoinMargined", static text => Enum.TryParse<BinanceMarket>(text, ignoreCase: true, out _)),
        new(nameof(AlgoOrderClientOptions.BaseAddress), "an absolute address", static text => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _)),
        new(nameof(AlgoOrderClientOptions.HttpVersion), "1.1 or 2.0", static text => Version.TryParse(text, out _)),
        new(nameof(AlgoOrderClientOptions.RecvWindow), TimeRule, IsTime),
        new(nameof(AlgoOrderClientOptions.Timeout), TimeRule, IsTime),
        new(nameof(AlgoOrderClientOptions.AttemptTimeout), TimeRule, IsTime),
        new(nameof(AlgoOrderClientOptions.HedgeAfter), TimeRule, IsTime),
        new(nameof(AlgoOrderClientOptions.VisibilityLag), TimeRule, IsTime),
        new(nameof(AlgoOrderClientOptions.KeepWarmInterval), TimeRule, IsTime),
        new(nameof(AlgoOrderClientOptions.MaxRetryAttempts), NumberRule, IsNumber),
        new(nameof(AlgoOrderClientOptions.WeightLimit), NumberRule, IsNumber),
        new(nameof(AlgoOrderClientOptions.OrderLimit10Seconds), NumberRule, IsNumber),
        new(nameof(AlgoOrderClientOptions.OrderLimit1Minute), NumberRule, IsNumber),
        new(nameof(AlgoOrderClientOptions.SynchronizeClockAtWarmUp), "true or false", static text => bool.TryParse(text, out _)),
    ];

    private static readonly string[] Texts =
    [
        nameof(AlgoOrderClientOptions.ApiKey),
        nameof(AlgoOrderClientOptions.SecretKey),
        nameof(AlgoOrderClientOptions.PrivateKeyPem),
        nameof(AlgoOrderClientOptions.PrivateKeyPassword),
        nameof(AlgoOrderClientOptions.Account),
    ];

    /// <summary>Returns the options whose texts cannot be read. An empty text stands for the default.</summary>
    public static IEnumerable<(string Option, string Failure)> FindUnreadable(IConfiguration section)
    {
        foreach (Rule rule in Rules)
        {
            if (section[rule.Option] is { Length: > 0 } text && !rule.IsReadable(text))
            {
                yield return (rule.Option, $"{rule.Option} must be {rule.Text}, but was {ResponseText.Redact(text)}.");
            }
        }
    }

    /// <summary>Returns the number of options that a section has. A host has an Environment of its own at the top level of its configuration.</summary>
    public static int CountOptions(IConfiguration section)
    {
        IEnumerable<string> names = Rules.Select(rule => rule.Option).Concat(Texts);
        if (section is not IConfigurationSection)
        {
            names = names.Where(name => name != nameof(AlgoOrderClientOptions.Environment));
        }

        return names.Count(name => section[name] is not null);
    }

    private static bool IsTime(string text) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan time) && (text.Contains(':', StringComparison.Ordinal) || time == TimeSpan.Zero);

    private static bool IsNumber(string text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _);

    private sealed record Rule(string Option, string Text, Func<string, bool> IsReadable);
}
