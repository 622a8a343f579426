using Binance.AlgoOrders.Tests.Wire;

namespace Binance.AlgoOrders.Tests.DependencyInjection;

public class AlgoOrderClientOptionsValidationTests
{
    public static TheoryData<string?> InvalidKeys => new(null, "", " ", "with blank", "tab\t", "line\r\nX-Injected: 1", "nicht-äscii", "\u0000");

    public static TheoryData<string> InvalidAddresses =>
    [
        "http://fapi.binance.com",
        "http://192.0.2.1/",
        "http://loopback/",
        "http://localhost./",
        "http://localhost.localdomain:8181/",
        "http://ip6-loopback/",
        "http://[::2]/",
        "ftp://localhost/",
        "https://user:password@localhost/",
        "https://localhost/?query=1",
        "https://localhost/#fragment",
        "relative",
    ];

    public static TheoryData<string> ValidAddresses => ["http://localhost:8181", "http://127.0.0.1/", "http://[::1]:5000/", "http://127.8.9.1:81/", "http://[::ffff:127.0.0.1]/", "https://proxy.example/binance"];

    [Theory]
    [MemberData(nameof(InvalidKeys))]
    public void An_ApiKey_that_is_empty_or_not_visible_ASCII_is_rejected_and_not_shown(string? key)
    {
        string message = MessageFor(options => options.ApiKey = key!);
        Assert.Contains("ApiKey", message, StringComparison.Ordinal);
        AssertNotShown(key, message);
    }

    [Theory]
    [MemberData(nameof(InvalidKeys))]
    public void A_SecretKey_that_is_empty_or_not_visible_ASCII_is_rejected_and_not_shown(string? secret)
    {
        string message = MessageFor(options => options.SecretKey = secret!);
        Assert.Contains("SecretKey", message, StringComparison.Ordinal);
        AssertNotShown(secret, message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(999)]
    [InlineData(600_001)]
    public void A_KeepWarmInterval_outside_its_range_is_rejected_with_value_and_range(int milliseconds)
    {
        var interval = TimeSpan.FromMilliseconds(milliseconds);
        Assert.Contains($"KeepWarmInterval must be 1 second to 10 minutes, but was {interval:c}.", MessageFor(options => options.KeepWarmInterval = interval), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.0")]
    [InlineData("3.0")]
    public void An_HttpVersion_other_than_1_1_and_2_0_is_rejected(string version) =>
        Assert.Contains($"HttpVersion must be 1.1 or 2.0, but was {version}.", MessageFor(options => options.HttpVersion = Version.Parse(version)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(InvalidAddresses))]
    public void A_BaseAddress_is_rejected_unless_it_is_https_or_a_loopback_address_without_user_query_and_fragment(string address) =>
        Assert.Contains("loopback", MessageFor(options => options.BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute)), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://fapi.binance.com/fapi/v1", "fapi/v1/")]
    [InlineData("https://dapi.binance.com/dapi/v1/", "dapi/v1/")]
    [InlineData("http://localhost:8080/proxy/fapi/v1", "fapi/v1/")]
    public void A_BaseAddress_that_ends_in_the_path_of_every_request_is_rejected(string address, string path) =>
        Assert.Contains($"BaseAddress must not end in {path}, because", MessageFor(options => options.BaseAddress = new Uri(address)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(ValidAddresses))]
    public async Task A_BaseAddress_with_https_or_on_loopback_is_accepted_with_its_path(string address)
    {
        using var network = new PrimaryHandlerStub();
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(options => options.BaseAddress = new Uri(address)), network);

        await client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(2146760), TestContext.Current.CancellationToken);

        Assert.StartsWith(address.TrimEnd('/') + "/fapi/v1/algoOrder?", network.Sent[0].Address.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BinanceEnvironment.Live, "https://fapi.binance.com/fapi/v1/algoOrder")]
    [InlineData(BinanceEnvironment.Demo, "https://demo-fapi.binance.com/fapi/v1/algoOrder")]
    [InlineData(BinanceEnvironment.Testnet, "https://testnet.binancefuture.com/fapi/v1/algoOrder")]
    public async Task Every_environment_has_its_host(BinanceEnvironment environment, string address)
    {
        using var network = new PrimaryHandlerStub();
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(options => options.Environment = environment), network);

        await client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(2146760), TestContext.Current.CancellationToken);

        Assert.Equal(address, network.Sent[0].Address.GetLeftPart(UriPartial.Path));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60_000.5)]
    [InlineData(60_001)]
    public void A_RecvWindow_outside_its_range_is_rejected_with_value_and_range(double milliseconds)
    {
        var window = TimeSpan.FromMilliseconds(milliseconds);
        string message = MessageFor(options => options.RecvWindow = window);
        Assert.Contains(window.ToString("c"), message, StringComparison.Ordinal);
        Assert.Contains("1 to 60000", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(601)]
    public void A_Timeout_outside_its_range_is_rejected_with_value_and_range(int seconds)
    {
        var timeout = TimeSpan.FromSeconds(seconds);
        Assert.Contains($"Timeout must be greater than zero and at most 10 minutes, but was {timeout:c}.", MessageFor(options => options.Timeout = timeout), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void An_AttemptTimeout_that_is_zero_or_above_Timeout_is_rejected_with_both_values(int seconds)
    {
        string message = MessageFor(options => options.AttemptTimeout = TimeSpan.FromSeconds(seconds));
        Assert.Contains(TimeSpan.FromSeconds(seconds).ToString("c"), message, StringComparison.Ordinal);
        Assert.Contains("00:00:10", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(61)]
    public void A_VisibilityLag_outside_its_range_is_rejected_with_value_and_range(int seconds)
    {
        string message = MessageFor(options => options.VisibilityLag = TimeSpan.FromSeconds(seconds));
        Assert.Contains(TimeSpan.FromSeconds(seconds).ToString("c"), message, StringComparison.Ordinal);
        Assert.Contains("0 to 60 seconds", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    public void A_MaxRetryAttempts_outside_its_range_is_rejected_with_value_and_range(int attempts)
    {
        string message = MessageFor(options => options.MaxRetryAttempts = attempts);
        Assert.Contains($" {attempts}.", message, StringComparison.Ordinal);
        Assert.Contains("0 to 10", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(99)]
    [InlineData(1_000_001)]
    public void A_WeightLimit_outside_its_range_is_rejected_with_value_and_range(int limit) =>
        Assert.Contains($"WeightLimit must be 100 to 1000000, but was {limit}.", MessageFor(options => options.WeightLimit = limit), StringComparison.Ordinal);

    [Theory]
    [InlineData(BinanceEnvironment.Demo)]
    [InlineData(BinanceEnvironment.Testnet)]
    public void COIN_M_requires_the_live_environment_or_a_BaseAddress(BinanceEnvironment environment) =>
        Assert.Contains("CoinMargined", MessageFor(options => (options.Environment, options.Market) = (environment, BinanceMarket.CoinMargined)), StringComparison.Ordinal);

    [Fact]
    public async Task COIN_M_has_its_own_host_and_path()
    {
        using var network = new PrimaryHandlerStub();
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(options => options.Market = BinanceMarket.CoinMargined), network);

        await client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(2146760), TestContext.Current.CancellationToken);

        Assert.Equal("https://dapi.binance.com/dapi/v1/algoOrder", network.Sent[0].Address.GetLeftPart(UriPartial.Path));
    }

    [Fact]
    public void An_undefined_Environment_is_rejected() =>
        Assert.Contains("Live, Demo or Testnet", MessageFor(options => options.Environment = (BinanceEnvironment)7), StringComparison.Ordinal);

    [Fact]
    public void All_invalid_options_are_reported_at_once()
    {
        string message = MessageFor(options =>
        {
            options.ApiKey = "";
            options.SecretKey = "";
            options.RecvWindow = TimeSpan.Zero;
        });
        Assert.Equal(3, message.Split('\n').Length);
    }

    [Fact]
    public void Null_options_are_rejected() => Assert.Throws<ArgumentNullException>(() => AlgoOrderClient.Create(null!));

    private static string MessageFor(Action<AlgoOrderClientOptions> change) =>
        Assert.Throws<ArgumentException>(() => AlgoOrderClient.Create(TestAccount.Options(change))).Message;

    private static void AssertNotShown(string? key, string message)
    {
        if (!string.IsNullOrWhiteSpace(key))
        {
            Assert.DoesNotContain(key, message, StringComparison.Ordinal);
        }
    }
}
