using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Binance.AlgoOrders.Samples;

/// <summary>Builds the host and runs it until the switch has fired.</summary>
internal static class KillSwitchHost
{
    private const string KeyName = "BINANCE_API_KEY";
    private const string SecretName = "BINANCE_SECRET_KEY";
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ShutdownMargin = TimeSpan.FromSeconds(10);

    /// <param name="symbols">The contracts of the command line, or null for those of the configuration.</param>
    /// <param name="settingsFor">A function that creates the settings for the contracts.</param>
    /// <param name="environment">The real exchange, or null for the simulated one.</param>
    public static async Task<int> RunAsync(string? symbols, Func<IReadOnlyList<string>, KillSwitchSettings> settingsFor, BinanceEnvironment? environment)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        symbols ??= builder.Configuration["KillSwitch:Symbols"];
        if (SymbolList.Parse(symbols) is not { } list)
        {
            return await RejectAsync("--symbols (or the configuration KillSwitch:Symbols) must be contracts such as BTCUSDT,ETHUSDT.");
        }

        KillSwitchSettings settings = settingsFor(list);
        if (environment is null)
        {
            AddSimulatedExchange(builder.Services, settings);
        }
        else if (Array.Find([KeyName, SecretName], name => string.IsNullOrEmpty(builder.Configuration[name])) is { } missing)
        {
            return await RejectAsync($"Set the environment variable {missing}.");
        }
        else
        {
            AddClient(builder.Services, settings, builder.Configuration[KeyName]!, builder.Configuration[SecretName]!, environment.Value);
        }

        AddSwitch(builder, settings);
        try
        {
            using IHost host = builder.Build();
            KillSwitchService killSwitch = host.Services.GetRequiredService<KillSwitchService>();
            await host.RunAsync();
            return killSwitch.ExitCode;
        }
        catch (OptionsValidationException invalid)
        {
            return await RejectAsync(invalid.Message);
        }
    }

    private static void AddSwitch(HostApplicationBuilder builder, KillSwitchSettings settings)
    {
        builder.Services.AddSingleton(services => new KillSwitchService(
            services.GetRequiredService<AlgoOrderClient>(), settings, services.GetRequiredService<IHostApplicationLifetime>()));
        builder.Services.AddHostedService(services => services.GetRequiredService<KillSwitchService>());

        // With the default of 30 s the host would end the process before a longer deadline.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = settings.Deadline + ShutdownMargin);
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static IHttpClientBuilder AddClient(
        IServiceCollection services, KillSwitchSettings settings, string apiKey, string secretKey, BinanceEnvironment environment = default) =>
        services.AddBinanceAlgoOrders(options =>
        {
            options.ApiKey = apiKey;
            options.SecretKey = secretKey;
            options.Environment = environment;
            options.Timeout = settings.Deadline;
            options.AttemptTimeout = settings.Deadline < AttemptTimeout ? settings.Deadline : AttemptTimeout;
        });

    private static void AddSimulatedExchange(IServiceCollection services, KillSwitchSettings settings)
    {
        var exchange = new SimulatedExchange();
        SimulatedAccount account = exchange.AddAccount();
        SimulatedOrder[] orders = [.. settings.Symbols.SelectMany(symbol => PlaceOrders(account, symbol))];
        AddClient(services, settings, account.ApiKey, account.SecretKey)
            .ConfigurePrimaryHttpMessageHandler(exchange.CreateHandler);

        // One order triggers just before the cancel of its contract arrives.
        SimulatedOrder triggered = orders[^1];
        exchange.Faults
            .Where(request => request.Method == "DELETE" && request.Target.Contains($"symbol={triggered.Symbol}&", StringComparison.Ordinal))
            .Next(Fault.BeforeExecuting(() => triggered.Trigger()));
    }

    private static IEnumerable<SimulatedOrder> PlaceOrders(SimulatedAccount account, string symbol) =>
        [account.Place(symbol, "SELL", "STOP_MARKET", 58_000m), account.Place(symbol, "SELL", "TAKE_PROFIT_MARKET", 72_000m)];

    private static async Task<int> RejectAsync(string reason)
    {
        await Console.Error.WriteLineAsync(reason.ReplaceLineEndings(" "));
        return ExitCodes.BadInput;
    }
}
