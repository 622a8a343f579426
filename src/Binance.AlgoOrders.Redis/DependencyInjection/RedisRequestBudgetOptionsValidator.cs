using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Binance.AlgoOrders.Redis.DependencyInjection;

/// <summary>Validates all options at once, before a connection is opened. Failures never contain the connection string, which may hold a password.</summary>
internal sealed class RedisRequestBudgetOptionsValidator(IServiceProviderIsService services) : IValidateOptions<RedisRequestBudgetOptions>
{
    private const int MaxNameLength = 100;

    private static readonly TimeSpan ShortestMaxDelay = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestMaxDelay = TimeSpan.FromSeconds(1);

    public ValidateOptionsResult Validate(string? name, RedisRequestBudgetOptions options)
    {
        string[] failures = [.. GetFailures(options).Select(failure => $"{nameof(RedisRequestBudgetOptions)}: {failure}")];
        if (failures.Length == 0)
        {
            return ValidateOptionsResult.Success;
        }

        return ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> GetFailures(RedisRequestBudgetOptions options)
    {
        if (options.Configuration is null && !services.IsService(typeof(IConnectionMultiplexer)))
        {
            yield return "Configuration must be set, but was null, and the container has no IConnectionMultiplexer. Set the one or register the other.";
        }

        if (options.Configuration is { } configuration && !IsConnectionString(configuration))
        {
            yield return "Configuration must be a connection string of StackExchange.Redis, such as 'host:6379,ssl=true', but could not be parsed. "
                + "It is not shown because it may hold a password.";
        }

        if (!IsName(options.Name))
        {
            yield return DescribeName(nameof(options.Name), options.Name);
        }

        if (!IsName(options.KeyPrefix))
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

    // A brace would change the slot of a key in a cluster.
    private static bool IsName(string? name) =>
        name is { Length: > 0 and <= MaxNameLength } && name.All(character => character is > ' ' and < '\x7f' and not '{' and not '}');

    private static string DescribeName(string option, string? value) =>
        $"{option} must be 1 to {MaxNameLength} visible ASCII characters without braces, but was '{value}'.";

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
