using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Binance.AlgoOrders.Samples;

/// <summary>Builds the host and runs it until the switch has fired.</summary>
internal static class KillSwitchHost
{
    private const string KeyName = "BINANCE_API_KEY";
    private const string SecretName = "BINANCE_SECRET_KEY";
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ShutdownMargin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan KeepWarmInterval = TimeSpan.FromSeconds(20);

    /// <param name="symbols">The contracts of the command line, or null for those of the configuration.</param>
    /// <param name="settingsFor">A function that creates the settings for the contracts.</param>
    /// <param name="environment">The real exchange, or null for the simulated one.</param>
    public static async Task<int> RunAsync(string? symbols, Func<IReadOnlyList<string>, KillSwitchSettings> settingsFor, BinanceEnvironment? environment)
    {
        var output = new KillSwitchOutput(Console.Out, Console.Error);
        try
        {
            HostApplicationBuilder builder = Host.CreateApplicationBuilder();
            symbols ??= builder.Configuration["KillSwitch:Symbols"];
            if (SymbolList.Parse(symbols) is not { } list)
            {
                output.WriteErrorLine("--symbols (or the configuration KillSwitch:Symbols) must be contracts such as BTCUSDT,ETHUSDT.");
                return ExitCodes.BadInput;
            }

            KillSwitchSettings settings = settingsFor(list);
            if (environment is null)
            {
                AddSimulatedExchange(builder.Services, settings);
            }
            else if (Array.Find([KeyName, SecretName], name => string.IsNullOrEmpty(builder.Configuration[name])) is { } missing)
            {
                output.WriteErrorLine($"Set the environment variable {missing}.");
                return ExitCodes.BadInput;
            }
            else
            {
                AddClient(builder.Services, settings, builder.Configuration[KeyName]!, builder.Configuration[SecretName]!, environment.Value);
            }

            return await RunAsync(builder, settings, output);
        }
        catch (OptionsValidationException invalid)
        {
            output.WriteErrorLine(invalid.Message);
            return ExitCodes.BadInput;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            output.WriteErrorLine($"Not armed: {failure.Message} Nothing was canceled.");
            return ExitCodes.NotArmed;
        }
    }

    /// <param name="builder">The builder of the host, with a client.</param>
    /// <param name="settings">The settings of the switch.</param>
    /// <param name="output">The receiver of all lines except those of the log.</param>
    public static async Task<int> RunAsync(HostApplicationBuilder builder, KillSwitchSettings settings, KillSwitchOutput output)
    {
        AddSwitch(builder, settings, output);
        using IHost host = builder.Build();
        KillSwitchService killSwitch = host.Services.GetRequiredService<KillSwitchService>();
        try
        {
            await host.RunAsync();
        }
        catch (Exception failure) when (killSwitch.ExitCode != ExitCodes.NotArmed && failure is not OutOfMemoryException)
        {
            output.WriteErrorLine($"The host failed: {failure.Message}");
        }

        return killSwitch.ExitCode;
    }

    public static IHttpClientBuilder AddClient(
        IServiceCollection services, KillSwitchSettings settings, string apiKey, string secretKey, BinanceEnvironment environment = default) =>
        services.AddBinanceAlgoOrders(options =>
        {
            options.ApiKey = apiKey;
            options.SecretKey = secretKey;
            options.Environment = environment;
            options.Timeout = settings.Deadline;
            options.AttemptTimeout = settings.Deadline < AttemptTimeout ? settings.Deadline : AttemptTimeout;

            // A signal may come after hours, and the first cancel must not wait for a new connection.
            options.KeepWarmInterval = KeepWarmInterval;
        });

    private static void AddSwitch(HostApplicationBuilder builder, KillSwitchSettings settings, KillSwitchOutput output)
    {
        builder.Services.AddSingleton(services => new KillSwitchService(
            services.GetRequiredService<AlgoOrderClient>(), settings, output, services.GetRequiredService<IHostApplicationLifetime>()));

        // The host stops its services in the reverse order, so that the switch fires first.
        builder.Services.AddHostedService<HangupSignal>();
        builder.Services.AddHostedService(services => services.GetRequiredService<KillSwitchService>());

        // With the default of 30 s the host would end the process before a longer deadline.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = settings.Deadline + ShutdownMargin);
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddConsoleFormatter<OneLineFormatter, ConsoleFormatterOptions>();
        builder.Logging.AddConsole(console => (console.FormatterName, console.LogToStandardErrorThreshold) = (OneLineFormatter.FormatterName, LogLevel.Trace));
    }

    private static void AddSimulatedExchange(IServiceCollection services, KillSwitchSettings settings)
    {
        var exchange = new SimulatedExchange();
        SimulatedAccount account = exchange.AddAccount();
        SimulatedOrder[] orders = [.. settings.Symbols.SelectMany(symbol => PlaceOrders(account, symbol))];
        AddClient(services, settings, account.ApiKey, account.SecretKey)
            .ConfigurePrimaryHttpMessageHandler(exchange.CreateHandler);

        // The last order triggers just before the cancel of all orders of its contract arrives.
        SimulatedOrder triggered = orders[^1];
        exchange.Faults
            .On(SimulatedOperation.CancelAll)
            .Where(request => request.Target.Contains($"symbol={triggered.Symbol}&", StringComparison.Ordinal))
            .Next(Fault.BeforeExecuting(() => triggered.Trigger()));
    }

    private static IEnumerable<SimulatedOrder> PlaceOrders(SimulatedAccount account, string symbol) =>
        [account.Place(symbol, "SELL", "STOP_MARKET", 58_000m), account.Place(symbol, "SELL", "TAKE_PROFIT_MARKET", 72_000m)];
}
