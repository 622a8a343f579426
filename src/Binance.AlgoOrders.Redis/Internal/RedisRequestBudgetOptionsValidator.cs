using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Binance.AlgoOrders.Internal;

/// <summary>Checks everything at once, before anything is connected. Never shows the connection string: it may hold a password.</summary>
internal sealed class RedisRequestBudgetOptionsValidator(IServiceProviderIsService services) : IValidateOptions<RedisRequestBudgetOptions>
{
    private const int LongestName = 100;

    public ValidateOptionsResult Validate(string? name, RedisRequestBudgetOptions options)
    {
        string[] failures = [.. Failures(options).Select(failure => $"{nameof(RedisRequestBudgetOptions)}: {failure}")];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Failures(RedisRequestBudgetOptions options)
    {
        if (options.Configuration is null && !services.IsService(typeof(IConnectionMultiplexer)))
        {
            yield return "there is no Configuration, and no IConnectionMultiplexer in the container: set the one or register the other.";
        }

        if (options.Configuration is { } configuration && !IsConnectionString(configuration))
        {
            yield return "Configuration is no connection string of StackExchange.Redis, such as 'host:6379,ssl=true'.";
        }

        if (!IsName(options.Name))
        {
            yield return NotAName(nameof(options.Name));
        }

        if (!IsName(options.KeyPrefix))
        {
            yield return NotAName(nameof(options.KeyPrefix));
        }

        if (options.MaxDelay < TimeSpan.FromMilliseconds(1) || options.MaxDelay > TimeSpan.FromSeconds(1))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"MaxDelay cannot be {options.MaxDelay:c}. It is 1 millisecond to 1 second.");
        }

        if (options.LocalShare is not (>= 0 and <= 1))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"LocalShare cannot be {options.LocalShare}. It is zero to 1.");
        }
    }

    // A brace would decide which slot of a cluster a key lies in.
    private static bool IsName(string? name) =>
        name is { Length: > 0 and <= LongestName } && name.All(character => character is > ' ' and < '\x7f' and not '{' and not '}');

    private static string NotAName(string option) => $"{option} is 1 to {LongestName} visible ASCII characters without braces.";

    private static bool IsConnectionString(string configuration)
    {
        try
        {
            return ConfigurationOptions.Parse(configuration).EndPoints.Count > 0;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or OverflowException)
        {
            return false;
        }
    }
}
