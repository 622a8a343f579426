using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Binance.AlgoOrders.Tests.DependencyInjection;

public class ConfigurationTests
{
    [Fact]
    public void Every_option_that_is_not_set_in_code_is_read_from_configuration()
    {
        IConfiguration section = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ApiKey"] = "configured-key",
            ["SecretKey"] = "configured-secret",
            ["PrivateKeyPem"] = "configured-pem",
            ["PrivateKeyPassword"] = "configured-password",
            ["Environment"] = "Testnet",
            ["BaseAddress"] = "http://localhost:8181/",
            ["RecvWindow"] = "00:00:03",
            ["Timeout"] = "00:00:20",
            ["AttemptTimeout"] = "00:00:01.5",
            ["HedgeAfter"] = "00:00:00.05",
            ["VisibilityLag"] = "00:00:02.5",
            ["MaxRetryAttempts"] = "7",
            ["Market"] = "CoinMargined",
            ["WeightLimit"] = "6000",
            ["OrderLimit10Seconds"] = "100",
            ["OrderLimit1Minute"] = "400",
            ["Account"] = "desk",
            ["SynchronizeClockAtWarmUp"] = "true",
            ["KeepWarmInterval"] = "00:00:30",
            ["HttpVersion"] = "2.0",
        }).Build();
        var services = new ServiceCollection();
        services.AddBinanceAlgoOrders(section);
        services.AddBinanceAlgoOrders("second", section);
        services.RemoveAll<IValidateOptions<AlgoOrderClientOptions>>();
        using ServiceProvider provider = services.BuildServiceProvider();

        foreach (string name in (string[])["", "second"])
        {
            AlgoOrderClientOptions options = provider.GetRequiredService<IOptionsMonitor<AlgoOrderClientOptions>>().Get(name);
            Assert.Equal("configured-key", options.ApiKey);
            Assert.Equal("configured-secret", options.SecretKey);
            Assert.Equal("configured-pem", options.PrivateKeyPem);
            Assert.Equal("configured-password", options.PrivateKeyPassword);
            Assert.Equal(BinanceEnvironment.Testnet, options.Environment);
            Assert.Equal(new Uri("http://localhost:8181/"), options.BaseAddress);
            Assert.Equal(TimeSpan.FromSeconds(3), options.RecvWindow);
            Assert.Equal(TimeSpan.FromSeconds(20), options.Timeout);
            Assert.Equal(TimeSpan.FromSeconds(1.5), options.AttemptTimeout);
            Assert.Equal(TimeSpan.FromMilliseconds(50), options.HedgeAfter);
            Assert.Equal(TimeSpan.FromSeconds(2.5), options.VisibilityLag);
            Assert.Equal(7, options.MaxRetryAttempts);
            Assert.Equal(BinanceMarket.CoinMargined, options.Market);
            Assert.Equal(6000, options.WeightLimit);
            Assert.Equal((100, 400), (options.OrderLimit10Seconds, options.OrderLimit1Minute));
            Assert.Equal("desk", options.Account);
            Assert.True(options.SynchronizeClockAtWarmUp);
            Assert.Equal(TimeSpan.FromSeconds(30), options.KeepWarmInterval);
            Assert.Equal(new Version(2, 0), options.HttpVersion);
        }

        Assert.Equal(
            typeof(AlgoOrderClientOptions).GetProperties().Where(property => !property.PropertyType.IsInterface).Select(property => property.Name).Order(),
            section.GetChildren().Select(child => child.Key).Order());
    }
}
