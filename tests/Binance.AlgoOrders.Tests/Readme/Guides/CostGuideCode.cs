using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Binance.AlgoOrders.Tests.Readme.Guides;

/// <summary>The C# blocks of the guide to cost and evidence.</summary>
public static class CostGuideCode
{
    public static void KeepWarm(IHostApplicationBuilder builder, string apiKey, string secretKey)
    {
        builder.Services.AddBinanceAlgoOrders(options =>
        {
            options.ApiKey = apiKey;
            options.SecretKey = secretKey;
            options.KeepWarmInterval = TimeSpan.FromSeconds(30);
            options.SynchronizeClockAtWarmUp = true;
        });
    }

    public static async Task WarmUpAsync(AlgoOrderClient client)
    {
        await client.WarmUpAsync();
    }

    public static void Http2(AlgoOrderClientOptions options)
    {
        options.HttpVersion = HttpVersion.Version20;
    }
}
