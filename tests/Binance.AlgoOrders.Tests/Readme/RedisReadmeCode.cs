using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.Tests.Readme;

/// <summary>The C# blocks of the README of Binance.AlgoOrders.Redis.</summary>
public static class RedisReadmeCode
{
    public static void Container(IServiceCollection services, string apiKey, string secretKey)
    {
        services
            .AddBinanceAlgoOrders(options => { options.ApiKey = apiKey; options.SecretKey = secretKey; options.Account = "main"; })
            .AddRedisRequestBudget(options => { options.Configuration = "redis-1:6379"; options.Name = "203.0.113.7"; });
    }

    public static async Task WithoutContainerAsync(string apiKey, string secretKey)
    {
        var options = new AlgoOrderClientOptions { ApiKey = apiKey, SecretKey = secretKey, Account = "main" };
        await using var budget = RedisRequestBudget.Create(new RedisRequestBudgetOptions { Configuration = "redis-1:6379" }, options);
        options.RequestBudget = budget;
        using var client = AlgoOrderClient.Create(options);
    }
}
