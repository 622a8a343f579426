using System.Net;
using StackExchange.Redis;

namespace Binance.AlgoOrders.RedisTests;

/// <summary>A Redis user with exactly the permissions of the readme shares everything.</summary>
public sealed class AccessControlTests
{
    [Fact]
    public async Task Everything_is_shared_with_exactly_the_permissions_of_the_readme()
    {
        string[] line = ReadAccessLine();
        string password = line.Single(word => word.StartsWith('>'))[1..];
        await using RedisServer redis = await RedisServer.StartAsync(["--user", .. line[1..]]);
        string configuration = $"{redis.Address},user={line[1]},password={password}";
        await using var first = new TestBudget(configuration);
        await using var second = new TestBudget(configuration);

        int[] consumed = await Task.WhenAll(first.ConsumeBulkAsync(5000), second.ConsumeBulkAsync(5000));
        int[] placed = await Task.WhenAll(first.PlaceAsync(500), second.PlaceAsync(500));
        first.Budget.ReportBlock(new RateLimitBlock((HttpStatusCode)418, TimeSpan.FromMinutes(2)));
        first.Budget.ReportBlock(new RateLimitBlock(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(9), RateLimitScope.AccountOrders));
        await TestBudget.WaitUntilAsync(() => second.Block is not null);
        RedisResult subscribers = await redis.CommandAsync("PUBSUB", "NUMSUB", "binance-algo-orders:{exchange.test|test}:ban");

        Assert.Equal((2304, 294), (consumed.Sum(), placed.Sum()));
        Assert.Equal(2, (long)subscribers[1]);
        Assert.Empty(first.LogEntries);
        Assert.Empty(second.LogEntries);
    }

    private static string[] ReadAccessLine()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Binance.AlgoOrders.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        string readme = File.ReadAllText(Path.Combine(folder, "src", "Binance.AlgoOrders.Redis", "README.md"));
        return readme.Split('\n').Single(line => line.StartsWith("user ", StringComparison.Ordinal)).Split(' ');
    }
}
