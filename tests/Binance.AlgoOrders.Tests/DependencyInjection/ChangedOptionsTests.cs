using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests.Signing.Rotation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Tests.DependencyInjection;

public sealed class ChangedOptionsTests : IDisposable
{
    private readonly SimulatedExchange _exchange = new();
    private readonly SimulatedAccount _account;
    private readonly CollectingLoggerProvider _logs = new();
    private readonly IConfigurationRoot _configuration;
    private readonly ServiceProvider _container;

    public ChangedOptionsTests()
    {
        _account = _exchange.AddAccount();
        _configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Binance:ApiKey", _account.ApiKey), new("Binance:SecretKey", _account.SecretKey), new("Binance:MaxRetryAttempts", "0")])
            .Build();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(_logs));
        services.AddBinanceAlgoOrders("hedge", _configuration.GetSection("Binance")).ConfigurePrimaryHttpMessageHandler(_exchange.CreateHandler);
        _container = services.BuildServiceProvider(validateScopes: true);
    }

    private AlgoOrderClient Client => _container.GetRequiredKeyedService<AlgoOrderClient>("hedge");

    [Fact]
    public async Task A_new_key_signs_the_next_request()
    {
        await CancelAsync();
        SimulatedKey next = _account.AddKey();
        _account.RevokeKey(_account.ApiKey);

        Change(("ApiKey", next.ApiKey), ("SecretKey", next.SecretKey));
        await CancelAsync();

        Assert.All(_exchange.Requests, record => Assert.Null(record.ErrorCode));
        Assert.Single(CredentialsEvents(), (LogLevel.Information, 7));
    }

    [Fact]
    public async Task A_change_of_another_option_does_not_replace_the_credentials()
    {
        await CancelAsync();
        Change(("Timeout", "00:00:20"));
        await CancelAsync();
        Assert.Empty(CredentialsEvents());
    }

    [Fact]
    public async Task Invalid_options_leave_the_old_key_in_use_and_are_logged_once_without_keys()
    {
        const string Bad = "a bad secret";
        await CancelAsync();

        // The framework's options monitor throws into the code that changed them.
        Assert.ThrowsAny<Exception>(() => Change(("SecretKey", Bad)));
        await CancelAsync();

        Assert.Equal([(LogLevel.Error, 9)], CredentialsEvents());
        Assert.Contains("AlgoOrderClientOptions of the client 'hedge': SecretKey must consist of visible ASCII characters without white space, but did not.", _logs.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Bad, _logs.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(_account.ApiKey, _logs.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_that_cannot_be_read_leave_the_old_key_in_use()
    {
        await CancelAsync();
        Assert.ThrowsAny<Exception>(() => Change(("Timeout", "soon")));
        await CancelAsync();
        Assert.Equal([(LogLevel.Error, 9)], CredentialsEvents());
    }

    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(FormatException))]
    [InlineData(typeof(UnauthorizedAccessException))]
    [InlineData(typeof(OperationCanceledException))]
    public async Task Code_that_fails_to_set_the_options_leaves_the_old_key_in_use_and_its_message_is_not_logged(Type failure)
    {
        const string Message = "a made-up secret";
        bool fails = false;
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(_logs));
        services.AddBinanceAlgoOrders("hedge", _configuration.GetSection("Binance")).ConfigurePrimaryHttpMessageHandler(_exchange.CreateHandler);
        services.Configure<AlgoOrderClientOptions>("hedge", _ =>
        {
            if (fails)
            {
                throw (Exception)Activator.CreateInstance(failure, Message)!;
            }
        });
        await using ServiceProvider container = services.BuildServiceProvider();
        AlgoOrderClient client = container.GetRequiredKeyedService<AlgoOrderClient>("hedge");
        await client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(_account.Place().AlgoId), TestContext.Current.CancellationToken);
        fails = true;

        Assert.ThrowsAny<Exception>(() => Change(("ApiKey", "another-key")));
        await client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(_account.Place().AlgoId), TestContext.Current.CancellationToken);

        Assert.Equal([(LogLevel.Error, 9)], CredentialsEvents());
        Assert.Contains(failure.Name, _logs.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Message, _logs.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Valid_options_after_invalid_ones_take_effect()
    {
        await CancelAsync();
        SimulatedKey next = _account.AddKey();
        _account.RevokeKey(_account.ApiKey);
        Assert.ThrowsAny<Exception>(() => Change(("ApiKey", next.ApiKey), ("SecretKey", "")));

        Change(("SecretKey", next.SecretKey));

        await CancelAsync();
    }

    [Fact]
    public async Task Changed_options_are_ignored_after_the_container_was_disposed()
    {
        await CancelAsync();
        await _container.DisposeAsync();
        Change(("ApiKey", "another-key"));
        Assert.Empty(CredentialsEvents());
    }

    [Fact]
    public async Task A_provider_is_resolved_from_the_container_by_the_name_of_the_client()
    {
        var provider = new StubProvider();
        provider.Return(_account.ApiKey, _account.SecretKey);
        var services = new ServiceCollection();
        services.AddKeyedSingleton<IApiCredentialsProvider>("swing", provider);
        services.AddBinanceAlgoOrders("swing", _ => { }).ConfigurePrimaryHttpMessageHandler(_exchange.CreateHandler);
        await using ServiceProvider container = services.BuildServiceProvider(validateScopes: true);

        AlgoOrderClient client = container.GetRequiredKeyedService<AlgoOrderClient>("swing");
        await client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(_account.Place().AlgoId), TestContext.Current.CancellationToken);

        Assert.Equal([CredentialsReason.FirstUse], provider.Reasons);
    }

    [Fact]
    public void Keys_beside_a_provider_are_rejected_by_name()
    {
        var options = new AlgoOrderClientOptions { CredentialsProvider = new StubProvider(), ApiKey = "made-up-key", SecretKey = "made-up-secret" };
        string message = Assert.Throws<ArgumentException>(() => AlgoOrderClient.Create(options)).Message;
        Assert.Contains("CredentialsProvider must be the only source of the key, but was set together with ApiKey and SecretKey.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_debugger_shows_no_provider_of_the_options() =>
        Assert.NotEmpty(typeof(AlgoOrderClientOptions).GetProperty(nameof(AlgoOrderClientOptions.CredentialsProvider))!.GetCustomAttributes(typeof(System.Diagnostics.DebuggerBrowsableAttribute), inherit: false));

    public void Dispose()
    {
        _container.Dispose();
        _logs.Dispose();
    }

    private Task<CancelAlgoOrderResult> CancelAsync() => Client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(_account.Place().AlgoId), TestContext.Current.CancellationToken);

    private IEnumerable<(LogLevel Level, int Id)> CredentialsEvents() => _logs.Events.Where(entry => entry.Id is 7 or 9);

    private void Change(params (string Option, string Value)[] changes)
    {
        foreach ((string option, string value) in changes)
        {
            _configuration[$"Binance:{option}"] = value;
        }

        _configuration.Reload();
    }
}
