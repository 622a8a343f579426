using Binance.AlgoOrders;
using Binance.AlgoOrders.Samples;
using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

// A simulated exchange and an account on it. With real keys, omit ConfigurePrimaryHttpMessageHandler.
var exchange = new SimulatedExchange();
SimulatedAccount account = exchange.AddAccount();

HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
builder.Logging.ClearProviders().AddFilter("Microsoft", LogLevel.Warning).AddSimpleConsole(console => console.SingleLine = true);
builder.Services
    .AddBinanceAlgoOrders("hedge", options => (options.ApiKey, options.SecretKey) = (account.ApiKey, account.SecretKey))
    .ConfigurePrimaryHttpMessageHandler(exchange.CreateHandler);

// The activity source and the meter have the same name.
builder.Services.AddOpenTelemetry()
    .WithTracing(tracing => tracing.AddSource("Binance.AlgoOrders").AddConsoleExporter())
    .WithMetrics(metrics => metrics.AddMeter("Binance.AlgoOrders").AddConsoleExporter());

using IHost host = builder.Build();
await host.StartAsync();
await new Scenarios(host.Services.GetRequiredKeyedService<AlgoOrderClient>("hedge"), exchange, account).RunAsync();

// Stopping the host flushes the remaining telemetry.
await host.StopAsync();
