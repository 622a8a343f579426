using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.Samples;

/// <summary>Cancels stops on a simulated exchange over real HTTP on a free loopback port, also in cases that other clients report wrongly.</summary>
internal static class SimulatedCancels
{
    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var exchange = new SimulatedExchange();
        SimulatedAccount account = exchange.AddAccount();
        await using SimulatedExchangeServer server = await SimulatedExchangeServer.StartAsync(exchange, cancellationToken: cancellationToken);
        await using ServiceProvider provider = Services(account, server.BaseAddress);
        AlgoOrderClient client = provider.GetRequiredService<AlgoOrderClient>();
        Console.WriteLine($"A simulated exchange listens on {server.BaseAddress}");

        SimulatedOrder stopLoss = account.Place("BTCUSDT", "SELL", "STOP_MARKET", 58_000m, 0.010m);
        SimulatedOrder takeProfit = account.Place("BTCUSDT", "SELL", "TAKE_PROFIT_MARKET", 72_000m, 0.010m, clientAlgoId: "my-take-profit-1");
        Title("1. Cancel by algoId, and by clientAlgoId");
        await CancelAsync(client, CancelAlgoOrderRequest.ByAlgoId(stopLoss.AlgoId), cancellationToken);
        await CancelAsync(client, CancelAlgoOrderRequest.ByClientAlgoId("my-take-profit-1"), cancellationToken);
        Write("exchange", $"{stopLoss}; {takeProfit}");

        Title("2. Cancel the first one again: CancelAsync throws, EnsureCanceledAsync looks the order up");
        await CancelAsync(client, CancelAlgoOrderRequest.ByAlgoId(stopLoss.AlgoId), cancellationToken);
        await EnsureCanceledAsync(client, stopLoss, cancellationToken);

        SimulatedOrder lost = account.Place("ETHUSDT", "SELL", "STOP_MARKET", 2_900m, 0.500m);
        Title("3. The exchange executes the cancel, and its response is lost");
        exchange.Faults.Next(Fault.ExecuteThenClose);
        await CancelWithOrdinaryClientAsync(account, server.BaseAddress, lost, cancellationToken);
        exchange.Faults.Clear();
        SimulatedOrder lostAgain = account.Place("ETHUSDT", "SELL", "STOP_MARKET", 2_900m, 0.500m);
        exchange.Faults.Next(Fault.ExecuteThenClose);
        await EnsureCanceledAsync(client, lostAgain, cancellationToken);

        SimulatedOrder triggered = account.Place("SOLUSDT", "SELL", "STOP_MARKET", 140m, 5m);
        Title("4. The stop triggers first");
        triggered.Trigger();
        await CancelWithOrdinaryClientAsync(account, server.BaseAddress, triggered, cancellationToken);
        await EnsureCanceledAsync(client, triggered, cancellationToken);
        return 0;
    }

    private static ServiceProvider Services(SimulatedAccount account, Uri address)
    {
        var services = new ServiceCollection();
        services.AddBinanceAlgoOrders(options =>
        {
            options.ApiKey = account.ApiKey;
            options.SecretKey = account.SecretKey;
            options.BaseAddress = address;
        });
        return services.BuildServiceProvider();
    }

    private static async Task CancelAsync(AlgoOrderClient client, CancelAlgoOrderRequest request, CancellationToken cancellationToken)
    {
        try
        {
            CancelAlgoOrderResult result = await client.CancelAsync(request, cancellationToken);
            Write("CancelAsync", $"acknowledged: algoId {result.AlgoId}, clientAlgoId {result.ClientAlgoId}, {result.Message}");
        }
        catch (AlgoOrderNotFoundException notFound)
        {
            Write("CancelAsync", $"{nameof(AlgoOrderNotFoundException)}, execution {notFound.Execution}");
        }
    }

    private static async Task EnsureCanceledAsync(AlgoOrderClient client, SimulatedOrder order, CancellationToken cancellationToken)
    {
        CancelAlgoOrderOutcome outcome = await client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(order.AlgoId), cancellationToken);
        Write("EnsureCanceledAsync", OutcomeText.Of(outcome));
        Write("exchange", order.ToString());
    }

    private static async Task CancelWithOrdinaryClientAsync(SimulatedAccount account, Uri address, SimulatedOrder order, CancellationToken cancellationToken)
    {
        Write("other clients", await OrdinaryClient.CancelAsync(account, address, order.AlgoId, cancellationToken));
        Write("exchange", order.ToString());
    }

    private static void Title(string text) => Console.WriteLine($"{Environment.NewLine}{text}");

    private static void Write(string source, string text) => Console.WriteLine($"   {source,-20} {text}");
}
