using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Binance.AlgoOrders.DependencyInjection;

/// <summary>Binds the options of one client to a configuration section. Unreadable values are left out and reported with all other errors.</summary>
internal sealed class ConfiguredOptions(string name, IConfiguration section) : IValidateOptions<AlgoOrderClientOptions>
{
    public static void Bind(OptionsBuilder<AlgoOrderClientOptions> builder, IConfiguration section)
    {
        var configured = new ConfiguredOptions(builder.Name, section);
        builder.Configure(configured.Bind);
        builder.Services.AddSingleton<IOptionsChangeTokenSource<AlgoOrderClientOptions>>(new ConfigurationChangeTokenSource<AlgoOrderClientOptions>(builder.Name, section));
        builder.Services.AddSingleton<IValidateOptions<AlgoOrderClientOptions>>(configured);
    }

    public ValidateOptionsResult Validate(string? client, AlgoOrderClientOptions options)
    {
        if (client != name)
        {
            return ValidateOptionsResult.Skip;
        }

        string[] failures = [.. ConfigurationRules.FindUnreadable(section).Select(unreadable => unreadable.Failure), .. FindMisplaced()];
        return AlgoOrderClientOptionsValidator.ToResult(name, failures);
    }

    private void Bind(AlgoOrderClientOptions options)
    {
        HashSet<string> unreadable = new(ConfigurationRules.FindUnreadable(section).Select(found => found.Option), StringComparer.OrdinalIgnoreCase);
        new ConfigurationBuilder()
            .AddInMemoryCollection(section.AsEnumerable(makePathsRelative: true).Where(pair => !unreadable.Contains(pair.Key)))
            .Build()
            .Bind(options);
    }

    private IEnumerable<string> FindMisplaced()
    {
        if (ConfigurationRules.CountOptions(section) == 0 && Descend(section).MaxBy(ConfigurationRules.CountOptions) is { } best && ConfigurationRules.CountOptions(best) > 0)
        {
            yield return $"The configuration must have the options at its top level, but its section '{best.Path}' has them. Pass that section to AddBinanceAlgoOrders.";
        }
    }

    private static IEnumerable<IConfigurationSection> Descend(IConfiguration configuration) =>
        configuration.GetChildren().SelectMany(child => Descend(child).Prepend(child));
}
