using Binance.AlgoOrders.Tests.Wire;

namespace Binance.AlgoOrders.Tests.DependencyInjection;

public class AlgoOrderClientOptionsValidationTests
{
    public static TheoryData<string?> KeysThatAreRefused => new(null, "", " ", "with blank", "tab\t", "line\r\nX-Injected: 1", "nicht-äscii", "\u0000");

    public static TheoryData<string> AddressesThatAreRefused =>
    [
        "http://fapi.binance.com",
        "http://192.0.2.1/",
        "ftp://localhost/",
        "https://user:password@localhost/",
        "https://localhost/?query=1",
        "https://localhost/#fragment",
        "relative",
    ];

    public static TheoryData<string> AddressesThatAreTaken => ["http://localhost:8181", "http://127.0.0.1/", "http://[::1]:5000/", "https://proxy.example/binance"];

    [Theory]
    [MemberData(nameof(KeysThatAreRefused))]
    public void A_key_that_is_empty_or_carries_white_space_is_refused_and_not_shown(string? key)
    {
        string message = MessageFor(options => options.ApiKey = key!);
        Assert.Contains("ApiKey", message, StringComparison.Ordinal);
        AssertNotShown(key, message);
    }

    [Theory]
    [MemberData(nameof(KeysThatAreRefused))]
    public void A_secret_that_is_empty_or_carries_white_space_is_refused_and_not_shown(string? secret)
    {
        string message = MessageFor(options => options.SecretKey = secret!);
        Assert.Contains("SecretKey", message, StringComparison.Ordinal);
        AssertNotShown(secret, message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(999)]
    [InlineData(600_001)]
    public void A_connection_is_kept_warm_every_second_to_ten_minutes(int milliseconds) =>
        Assert.Contains("KeepWarmInterval", MessageFor(options => options.KeepWarmInterval = TimeSpan.FromMilliseconds(milliseconds)), StringComparison.Ordinal);

    [Theory]
    [InlineData("1.0")]
    [InlineData("3.0")]
    public void Http_is_asked_for_in_version_1_1_or_2_0(string version) =>
        Assert.Contains("1.1 or 2.0", MessageFor(options => options.HttpVersion = Version.Parse(version)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(AddressesThatAreRefused))]
    public void Plain_http_to_the_world_and_addresses_with_extras_are_refused(string address) =>
        Assert.Contains("loopback", MessageFor(options => options.BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute)), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://fapi.binance.com/fapi/v1", "fapi/v1/")]
    [InlineData("https://dapi.binance.com/dapi/v1/", "dapi/v1/")]
    [InlineData("http://localhost:8080/proxy/fapi/v1", "fapi/v1/")]
    public void An_address_with_the_path_that_every_request_has_is_refused(string address, string path) =>
        Assert.Contains($"cannot end in {path},", MessageFor(options => options.BaseAddress = new Uri(address)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(AddressesThatAreTaken))]
    public async Task Https_and_plain_http_on_loopback_are_taken_with_their_path(string address)
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
    public void A_window_outside_its_range_is_refused_with_value_and_range(double milliseconds)
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
    public void A_timeout_outside_its_range_is_refused(int seconds) =>
        Assert.Contains("at most 10 minutes", MessageFor(options => options.Timeout = TimeSpan.FromSeconds(seconds)), StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void An_attempt_timeout_above_the_total_is_refused_with_both_numbers(int seconds)
    {
        string message = MessageFor(options => options.AttemptTimeout = TimeSpan.FromSeconds(seconds));
        Assert.Contains(TimeSpan.FromSeconds(seconds).ToString("c"), message, StringComparison.Ordinal);
        Assert.Contains("00:00:10", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    public void A_number_of_retries_outside_its_range_is_refused_with_value_and_range(int attempts)
    {
        string message = MessageFor(options => options.MaxRetryAttempts = attempts);
        Assert.Contains($" {attempts}.", message, StringComparison.Ordinal);
        Assert.Contains("0 to 10", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(99)]
    [InlineData(1_000_001)]
    public void A_weight_limit_outside_its_range_is_refused_with_value_and_range(int limit) =>
        Assert.Contains($"cannot be {limit}. It is 100 to 1000000", MessageFor(options => options.WeightLimit = limit), StringComparison.Ordinal);

    [Theory]
    [InlineData(BinanceEnvironment.Demo)]
    [InlineData(BinanceEnvironment.Testnet)]
    public void COIN_M_needs_the_live_environment_or_an_address(BinanceEnvironment environment) =>
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
    public void An_environment_that_does_not_exist_is_refused() =>
        Assert.Contains("Live, Demo or Testnet", MessageFor(options => options.Environment = (BinanceEnvironment)7), StringComparison.Ordinal);

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
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
    public void Options_that_are_null_are_refused() => Assert.Throws<ArgumentNullException>(() => AlgoOrderClient.Create(null!));

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
