using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.Tests.Readme.Guides;

/// <summary>The C# blocks of the guide to rate limits.</summary>
public static class LimitsGuideCode
{
    public static void Snapshot(AlgoOrderClient client)
    {
        RateLimitSnapshot limits = client.RateLimits;
        Console.WriteLine($"weight {limits.UsedWeight1Minute}, blocked for {limits.BlockedFor}, banned: {limits.IsBanned}");
    }

    public static async Task AfterA429Async(AlgoOrderClient client)
    {
        try
        {
            await client.ListOpenAsync("BTCUSDT");
        }
        catch (BinanceRateLimitException limit)
        {
            Console.WriteLine($"Try again in {limit.BlockedFor}. Banned: {limit.IsBanned}.");
        }
    }

    public static void WeightLimit(IServiceCollection services)
    {
        services.AddBinanceAlgoOrders(options =>
        {
            options.Environment = BinanceEnvironment.Demo;
            options.WeightLimit = 6000;
        });
    }

    public static AlgoOrderClient[] SeveralAccounts(string apiKey1, string secretKey1, string apiKey2, string secretKey2)
    {
        var budget = new LocalRequestBudget();
        var first = AlgoOrderClient.Create(new AlgoOrderClientOptions { ApiKey = apiKey1, SecretKey = secretKey1, RequestBudget = budget });
        var second = AlgoOrderClient.Create(new AlgoOrderClientOptions { ApiKey = apiKey2, SecretKey = secretKey2, RequestBudget = budget });
        return [first, second];
    }

    public static void SeveralProcesses(IServiceCollection services, string apiKey, string secretKey)
    {
        services
            .AddBinanceAlgoOrders(options => { options.ApiKey = apiKey; options.SecretKey = secretKey; })
            .AddRedisRequestBudget(options => { options.Configuration = "redis-1:6379"; options.Name = "203.0.113.7"; });
    }
}
