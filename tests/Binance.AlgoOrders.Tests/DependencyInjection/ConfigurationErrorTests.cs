using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Binance.AlgoOrders.Tests.DependencyInjection;

/// <summary>Configuration that cannot be read as the user meant it is rejected with the values that are allowed.</summary>
public class ConfigurationErrorTests
{
    private const string Secret = "a-made-up-secret-0123456789-0123456789-0123456789-0123456789-012";

    [Theory]
    [InlineData("Environment", "Production", "Environment must be Live, Demo or Testnet, but was Production.")]
    [InlineData("Environment", "Prod", "Environment must be Live, Demo or Testnet, but was Prod.")]
    [InlineData("environment", "https://fapi.binance.com", "Environment must be Live, Demo or Testnet, but was https://fapi.binance.com.")]
    [InlineData("Market", "COIN-M", "Market must be UsdMargined or CoinMargined, but was COIN-M.")]
    [InlineData("HttpVersion", "2", "HttpVersion must be 1.1 or 2.0, but was 2.")]
    [InlineData("HttpVersion", "HTTP/2", "HttpVersion must be 1.1 or 2.0, but was HTTP/2.")]
    [InlineData("HttpVersion", "3.0", "HttpVersion must be 1.1 or 2.0, but was 3.0.")]
    [InlineData("Timeout", "10", "Timeout must be a time in the form hh:mm:ss, such as 00:00:10, but was 10.")]
    [InlineData("RecvWindow", "5000", "RecvWindow must be a time in the form hh:mm:ss, such as 00:00:10, but was 5000.")]
    [InlineData("AttemptTimeout", "2s", "AttemptTimeout must be a time in the form hh:mm:ss, such as 00:00:10, but was 2s.")]
    [InlineData("VisibilityLag", "1.5", "VisibilityLag must be a time in the form hh:mm:ss, such as 00:00:10, but was 1.5.")]
    [InlineData("KeepWarmInterval", "30", "KeepWarmInterval must be a time in the form hh:mm:ss, such as 00:00:10, but was 30.")]
    [InlineData("MaxRetryAttempts", "three", "MaxRetryAttempts must be a whole number, but was three.")]
    [InlineData("WeightLimit", "2,400", "WeightLimit must be a whole number, but was 2,400.")]
    [InlineData("SynchronizeClockAtWarmUp", "yes", "SynchronizeClockAtWarmUp must be true or false, but was yes.")]
    [InlineData("BaseAddress", "http://[", "BaseAddress must be an absolute address, but was http://[.")]
    public void A_value_that_cannot_be_read_is_rejected_with_the_values_that_are_allowed(string option, string value, string failure) =>
        Assert.Equal([$"AlgoOrderClientOptions: {failure}"], FailuresOf(Section(("ApiKey", "key"), ("SecretKey", Secret), (option, value))));

    [Fact]
    public void Values_that_cannot_be_read_are_reported_with_all_other_errors() =>
        Assert.Equal(4, FailuresOf(Section(("Environment", "Production"), ("Timeout", "10"))).Count());

    [Theory]
    [InlineData("Timeout")]
    [InlineData("Environment")]
    [InlineData("HttpVersion")]
    public void A_secret_in_the_place_of_another_value_is_not_shown(string option) =>
        Assert.All(FailuresOf(Section(("ApiKey", "key"), ("SecretKey", Secret), (option, Secret))), failure => Assert.DoesNotContain(Secret, failure, StringComparison.Ordinal));

    [Theory]
    [InlineData("Timeout")]
    [InlineData("Environment")]
    [InlineData("KeepWarmInterval")]
    [InlineData("BaseAddress")]
    public void An_empty_value_stands_for_the_default(string option) =>
        Assert.Empty(FailuresOf(Section(("ApiKey", "key"), ("SecretKey", Secret), (option, ""))));

    [Theory]
    [InlineData("Binance:ApiKey", "key", "'Binance'")]
    [InlineData("Trading:Binance:SecretKey", Secret, "'Trading:Binance'")]
    [InlineData("Binance:Environment", "Demo", "'Binance'")]
    public void The_whole_configuration_instead_of_a_section_is_rejected_with_the_name_of_the_section(string key, string value, string section)
    {
        string[] failures = [.. FailuresOf(Section((key, value), ("environment", "Development"), ("PATH", "/bin"), ("Logging:LogLevel:Default", "Debug")))];

        Assert.Contains(failures, failure => failure.Contains($"The configuration must have the options at its top level, but its section {section} has them.", StringComparison.Ordinal));
        Assert.All(failures, failure => Assert.DoesNotContain(Secret, failure, StringComparison.Ordinal));
    }

    [Fact]
    public void A_section_with_options_may_have_sections_of_its_own() =>
        Assert.Empty(FailuresOf(Section(("ApiKey", "key"), ("SecretKey", Secret), ("Redis:Account", "desk"))));

    [Fact]
    public void A_time_of_zero_and_a_time_with_days_are_read()
    {
        var services = new ServiceCollection();
        services.AddBinanceAlgoOrders("hedge", Section(("ApiKey", "key"), ("SecretKey", Secret), ("VisibilityLag", "0"), ("Timeout", "0.00:01:00")));
        using ServiceProvider provider = services.BuildServiceProvider();

        AlgoOrderClientOptions options = provider.GetRequiredService<IOptionsMonitor<AlgoOrderClientOptions>>().Get("hedge");

        Assert.Equal((TimeSpan.Zero, TimeSpan.FromMinutes(1)), (options.VisibilityLag, options.Timeout));
    }

    private static IConfiguration Section(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, (string?)value.Value))).Build();

    private static IEnumerable<string> FailuresOf(IConfiguration section)
    {
        var services = new ServiceCollection();
        services.AddBinanceAlgoOrders(section);
        using ServiceProvider provider = services.BuildServiceProvider();
        try
        {
            _ = provider.GetRequiredService<IOptions<AlgoOrderClientOptions>>().Value;
            return [];
        }
        catch (OptionsValidationException invalid)
        {
            return invalid.Failures;
        }
    }
}
