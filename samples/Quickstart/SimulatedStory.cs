using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.Samples;

/// <summary>Cancels two stops on the built-in simulated exchange, over real HTTP on a free loopback port.</summary>
internal static class SimulatedStory
{
    public static async Task<int> TellAsync(CancellationToken cancellationToken)
    {
        var exchange = new SimulatedExchange();
        SimulatedAccount account = exchange.AddAccount();
        SimulatedOrder stopLoss = account.Place("BTCUSDT", "SELL", "STOP_MARKET", 58_000m, 0.010m);
        SimulatedOrder takeProfit = account.Place("BTCUSDT", "SELL", "TAKE_PROFIT_MARKET", 72_000m, 0.010m, clientAlgoId: "my-take-profit-1");
        await using SimulatedExchangeServer server = await SimulatedExchangeServer.StartAsync(exchange, cancellationToken: cancellationToken);
        Console.WriteLine($"A simulated exchange listens on {server.BaseAddress} and holds two orders:");
        Console.WriteLine($"  {stopLoss}");
        Console.WriteLine($"  {takeProfit}");

        var services = new ServiceCollection();
        services.AddBinanceAlgoOrders(options =>
        {
            options.ApiKey = account.ApiKey;
            options.SecretKey = account.SecretKey;
            options.BaseAddress = server.BaseAddress;
        });
        await using ServiceProvider provider = services.BuildServiceProvider();
        AlgoOrderClient client = provider.GetRequiredService<AlgoOrderClient>();

        await CancelAsync(client, "1. By its algoId", CancelAlgoOrderRequest.ByAlgoId(stopLoss.AlgoId), cancellationToken);
        await CancelAsync(client, "2. By its clientAlgoId", CancelAlgoOrderRequest.ByClientAlgoId("my-take-profit-1"), cancellationToken);
        await CancelAsync(client, "3. The first one again", CancelAlgoOrderRequest.ByAlgoId(stopLoss.AlgoId), cancellationToken);

        Console.WriteLine();
        Console.WriteLine("What the exchange says:");
        Console.WriteLine($"  {stopLoss}");
        Console.WriteLine($"  {takeProfit}");
        return 0;
    }

    private static async Task CancelAsync(AlgoOrderClient client, string title, CancelAlgoOrderRequest request, CancellationToken cancellationToken)
    {
        Console.WriteLine();
        Console.WriteLine($"{title}: {request.Id}");
        try
        {
            CancelAlgoOrderResult result = await client.CancelAsync(request, cancellationToken);
            Console.WriteLine($"  acknowledged: algoId {result.AlgoId}, clientAlgoId {result.ClientAlgoId}, {result.Message}");
        }
        catch (AlgoOrderNotFoundException unknown)
        {
            Console.WriteLine($"  {nameof(AlgoOrderNotFoundException)}, execution {unknown.Execution}:");
            Console.WriteLine($"  {unknown.Message}");
        }
    }
}
