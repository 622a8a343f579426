using System.Globalization;
using Binance.AlgoOrders.Internal.Limits;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Binance.AlgoOrders.Redis.DependencyInjection;

/// <summary>Validates all options at once, before a connection is opened. Failures never contain the connection string, which may hold a password.</summary>
internal sealed class RedisRequestBudgetOptionsValidator(IServiceProviderIsService services) : IValidateOptions<RedisRequestBudgetOptions>
{
    private static readonly TimeSpan ShortestMaxDelay = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestMaxDelay = TimeSpan.FromSeconds(1);

    public ValidateOptionsResult Validate(string? name, RedisRequestBudgetOptions options) =>
        Validate(options, services.IsService(typeof(IConnectionMultiplexer)));

    /// <param name="options">The options.</param>
    /// <param name="hasConnection">True if there is another connection than the one of the options.</param>
    public static ValidateOptionsResult Validate(RedisRequestBudgetOptions options, bool hasConnection)
    {
        string[] failures = [.. GetFailures(options, hasConnection).Select(failure => $"{nameof(RedisRequestBudgetOptions)}: {failure}")];
        if (failures.Length == 0)
        {
            return ValidateOptionsResult.Success;
        }

        return ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> GetFailures(RedisRequestBudgetOptions options, bool hasConnection)
    {
        if (options.Configuration is null && !hasConnection)
        {
            yield return "Configuration must be set, but was null, and there is no container with an IConnectionMultiplexer. Set the one or register the other.";
        }

        if (options.Configuration is { } configuration && !IsConnectionString(configuration))
        {
            yield return "Configuration must be a connection string of StackExchange.Redis, such as 'host:6379,ssl=true', but could not be parsed. "
                + "It is not shown because it may hold a password.";
        }

        if (!AccountName.IsValid(options.Name))
        {
            yield return DescribeName(nameof(options.Name), options.Name);
        }

        if (!AccountName.IsValid(options.KeyPrefix))
        {
            yield return DescribeName(nameof(options.KeyPrefix), options.KeyPrefix);
        }

        if (options.MaxDelay < ShortestMaxDelay || options.MaxDelay > LongestMaxDelay)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"MaxDelay must be 1 millisecond to 1 second, but was {options.MaxDelay:c}.");
        }

        if (options.LocalShare is not (>= 0 and <= 1))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"LocalShare must be 0 to 1, but was {options.LocalShare}.");
        }
    }

    private static string DescribeName(string option, string? value) =>
        $"{option} must be {AccountName.Rule}, but was '{value}'.";

    private static bool IsConnectionString(string configuration)
    {
        try
        {
            return ConfigurationOptions.Parse(configuration).EndPoints.Count > 0;
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or OverflowException)
        {
            return false;
        }
    }
}
