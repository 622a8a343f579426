using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Tests.Readme.Guides;

/// <summary>The C# blocks of the guides to options and telemetry.</summary>
public static class OptionsGuideCode
{
    public static void HttpClient(IHostApplicationBuilder builder, IServiceCollection services)
    {
        services
            .AddBinanceAlgoOrders(builder.Configuration.GetSection("Binance"))
            .UseSocketsHttpHandler((handler, _) => handler.Proxy = new WebProxy("http://proxy.example:3128"))
            .AddHttpMessageHandler(() => new TimingHandler());
    }

    public static async Task ClockAsync(AlgoOrderClient client)
    {
        ServerTimeSync sync = await client.SynchronizeClockAsync();
        Console.WriteLine($"Binance's clock is {sync.Offset.TotalMilliseconds} ms ahead, with an error of at most {sync.Error.TotalMilliseconds} ms");
    }

    public static void LogLevelOf(IHostApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Binance.AlgoOrders", LogLevel.Debug);
    }

    /// <summary>Stands for a handler of the reader's.</summary>
    private sealed class TimingHandler : DelegatingHandler;
}
