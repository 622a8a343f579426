using System.Globalization;
using System.Net;
using Binance.AlgoOrders.Internal.Limits;
using Binance.AlgoOrders.Internal.Requests;
using Microsoft.Extensions.Options;

namespace Binance.AlgoOrders.DependencyInjection;

/// <summary>Validates all options at once, so that all errors are reported together. Shows no key.</summary>
internal sealed class AlgoOrderClientOptionsValidator(IEnumerable<IPrivateKeySignerFactory> keyFactories) : IValidateOptions<AlgoOrderClientOptions>
{
    private const int MaxRetryAttempts = 10;
    private static readonly TimeSpan ShortestKeepWarmInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestKeepWarmInterval = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan ShortestHedgeAfter = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestHedgeAfter = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestVisibilityLag = TimeSpan.FromSeconds(60);

    public ValidateOptionsResult Validate(string? name, AlgoOrderClientOptions options)
    {
        string[] failures = [.. CredentialsValidator.Validate(options, keyFactories), .. Failures(options)];
        return ToResult(name, failures);
    }

    /// <summary>Names the client in each failure.</summary>
    public static ValidateOptionsResult ToResult(string? name, string[] failures)
    {
        if (failures.Length == 0)
        {
            return ValidateOptionsResult.Success;
        }

        string client = string.IsNullOrEmpty(name) ? "" : $" of the client '{name}'";
        return ValidateOptionsResult.Fail(failures.Select(failure => $"{nameof(AlgoOrderClientOptions)}{client}: {failure}"));
    }

    private static IEnumerable<string> Failures(AlgoOrderClientOptions options)
    {
        if (!Enum.IsDefined(options.Environment))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Environment must be Live, Demo or Testnet, but was {options.Environment}.");
        }

        if (!Enum.IsDefined(options.Market))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Market must be UsdMargined or CoinMargined, but was {options.Market}.");
        }

        if (options is { Market: BinanceMarket.CoinMargined, BaseAddress: null, Environment: not BinanceEnvironment.Live })
        {
            yield return "Market CoinMargined needs a BaseAddress, because only the environment Live has a known address for it.";
        }

        if (options.BaseAddress is { } address)
        {
            if (!BinanceAddress.IsAcceptable(address))
            {
                yield return BinanceAddress.Rule;
            }
            else if (BinanceAddress.PathPrefixIn(address) is { } prefix)
            {
                yield return $"BaseAddress must not end in {prefix}, because the path of every request begins with it. Leave it out.";
            }
        }

        if (!TimeRules.IsRecvWindow(options.RecvWindow))
        {
            yield return MustBe(nameof(options.RecvWindow), TimeRules.RecvWindowRange, options.RecvWindow);
        }

        if (!TimeRules.IsTimeout(options.Timeout))
        {
            yield return MustBe(nameof(options.Timeout), TimeRules.TimeoutRange, options.Timeout);
        }

        if (options.AttemptTimeout <= TimeSpan.Zero || options.AttemptTimeout > options.Timeout)
        {
            yield return MustBe(
                nameof(options.AttemptTimeout),
                string.Create(CultureInfo.InvariantCulture, $"greater than zero and at most Timeout ({options.Timeout:c})"),
                options.AttemptTimeout);
        }

        if (options.VisibilityLag < TimeSpan.Zero || options.VisibilityLag > LongestVisibilityLag)
        {
            yield return MustBe(nameof(options.VisibilityLag), "0 to 60 seconds", options.VisibilityLag);
        }

        if (options.HedgeAfter is { } hedgeAfter && hedgeAfter != Timeout.InfiniteTimeSpan && (hedgeAfter < ShortestHedgeAfter || hedgeAfter > LongestHedgeAfter))
        {
            yield return MustBe(nameof(options.HedgeAfter), "1 millisecond to 1 minute, or -00:00:00.0010000 for never", hedgeAfter);
        }

        if (options.MaxRetryAttempts is < 0 or > MaxRetryAttempts)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"MaxRetryAttempts must be 0 to {MaxRetryAttempts}, but was {options.MaxRetryAttempts}.");
        }

        if (options.KeepWarmInterval is { } interval && (interval < ShortestKeepWarmInterval || interval > LongestKeepWarmInterval))
        {
            yield return MustBe(nameof(options.KeepWarmInterval), "1 second to 10 minutes", interval);
        }

        if (options.HttpVersion != HttpVersion.Version11 && options.HttpVersion != HttpVersion.Version20)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"HttpVersion must be 1.1 or 2.0, but was {options.HttpVersion}.");
        }

        if (options.WeightLimit is < BinanceLimits.MinWeightLimit or > BinanceLimits.MaxLimit)
        {
            yield return MustBe(nameof(options.WeightLimit), BinanceLimits.MinWeightLimit, options.WeightLimit);
        }

        if (options.OrderLimit10Seconds is < 1 or > BinanceLimits.MaxLimit)
        {
            yield return MustBe(nameof(options.OrderLimit10Seconds), 1, options.OrderLimit10Seconds);
        }

        if (options.OrderLimit1Minute is < 1 or > BinanceLimits.MaxLimit)
        {
            yield return MustBe(nameof(options.OrderLimit1Minute), 1, options.OrderLimit1Minute);
        }

        if (options.Account is { } account && !AccountName.IsValid(account))
        {
            yield return $"Account must be {AccountName.Rule}, but was '{account}'.";
        }
    }

    private static string MustBe(string option, int min, int value) =>
        string.Create(CultureInfo.InvariantCulture, $"{option} must be {min} to {BinanceLimits.MaxLimit}, but was {value}.");

    private static string MustBe(string option, string range, TimeSpan value) =>
        string.Create(CultureInfo.InvariantCulture, $"{option} must be {range}, but was {value:c}.");
}
