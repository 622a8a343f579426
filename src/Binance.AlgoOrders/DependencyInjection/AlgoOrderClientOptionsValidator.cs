using System.Globalization;
using System.Net;
using Binance.AlgoOrders.Internal.Timing;
using Microsoft.Extensions.Options;

namespace Binance.AlgoOrders.DependencyInjection;

/// <summary>Checks everything at once, so that a wrong configuration is mended in one go. Never shows a key.</summary>
internal sealed class AlgoOrderClientOptionsValidator(IEnumerable<IPrivateKeySignerFactory> keyFactories) : IValidateOptions<AlgoOrderClientOptions>
{
    private const int MostRetryAttempts = 10;
    private static readonly TimeSpan ShortestKeepWarmInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestKeepWarmInterval = TimeSpan.FromMinutes(10);

    private const int LeastWeightLimit = 100;
    private const int MostWeightLimit = 1_000_000;

    public ValidateOptionsResult Validate(string? name, AlgoOrderClientOptions options)
    {
        List<string> failures = [.. KeyRules.Failures(options, keyFactories), .. Failures(options)];
        if (failures.Count == 0)
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
            yield return string.Create(CultureInfo.InvariantCulture, $"Environment is Live, Demo or Testnet, not {options.Environment}.");
        }

        if (!Enum.IsDefined(options.Market))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Market is UsdMargined or CoinMargined, not {options.Market}.");
        }

        if (options is { Market: BinanceMarket.CoinMargined, BaseAddress: null, Environment: not BinanceEnvironment.Live })
        {
            yield return "Market CoinMargined has a known address in the environment Live only: give a BaseAddress.";
        }

        if (options.BaseAddress is { } address)
        {
            if (!BinanceAddress.IsAcceptable(address))
            {
                yield return BinanceAddress.Rule;
            }
            else if (BinanceAddress.PathPrefixIn(address) is { } prefix)
            {
                yield return $"BaseAddress cannot end in {prefix}, for the path of every request begins with that. Leave it out.";
            }
        }

        if (!TimeRules.IsRecvWindow(options.RecvWindow))
        {
            yield return NotAllowed(nameof(options.RecvWindow), options.RecvWindow, TimeRules.RecvWindowRule);
        }

        if (!TimeRules.IsTimeout(options.Timeout))
        {
            yield return NotAllowed(nameof(options.Timeout), options.Timeout, TimeRules.TimeoutRule);
        }

        if (options.AttemptTimeout <= TimeSpan.Zero || options.AttemptTimeout > options.Timeout)
        {
            yield return NotAllowed(
                nameof(options.AttemptTimeout),
                options.AttemptTimeout,
                string.Create(CultureInfo.InvariantCulture, $"It is above zero and at most Timeout, which is {options.Timeout:c}."));
        }

        if (options.MaxRetryAttempts is < 0 or > MostRetryAttempts)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"MaxRetryAttempts cannot be {options.MaxRetryAttempts}. It is 0 to {MostRetryAttempts}.");
        }

        if (options.KeepWarmInterval is { } interval && (interval < ShortestKeepWarmInterval || interval > LongestKeepWarmInterval))
        {
            yield return NotAllowed(nameof(options.KeepWarmInterval), interval, "It is 1 second to 10 minutes.");
        }

        if (options.HttpVersion != HttpVersion.Version11 && options.HttpVersion != HttpVersion.Version20)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"HttpVersion cannot be {options.HttpVersion}. It is 1.1 or 2.0.");
        }

        if (options.WeightLimit is < LeastWeightLimit or > MostWeightLimit)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"WeightLimit cannot be {options.WeightLimit}. It is {LeastWeightLimit} to {MostWeightLimit}.");
        }
    }

    private static string NotAllowed(string option, TimeSpan value, string rule) =>
        string.Create(CultureInfo.InvariantCulture, $"{option} cannot be {value:c}. {rule}");
}
