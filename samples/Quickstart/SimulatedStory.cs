using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.Samples;

/// <summary>Cancels stops on the built-in simulated exchange, over real HTTP on a free loopback port: plainly, and where other clients go wrong.</summary>
internal static class SimulatedStory
{
    public static async Task<int> TellAsync(CancellationToken cancellationToken)
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
        await TellCancelAsync(client, CancelAlgoOrderRequest.ByAlgoId(stopLoss.AlgoId), cancellationToken);
        await TellCancelAsync(client, CancelAlgoOrderRequest.ByClientAlgoId("my-take-profit-1"), cancellationToken);
        Say("exchange", $"{stopLoss}; {takeProfit}");

        Title("2. Cancel the first one again: CancelAsync throws, EnsureCanceledAsync finds out");
        await TellCancelAsync(client, CancelAlgoOrderRequest.ByAlgoId(stopLoss.AlgoId), cancellationToken);
        await TellEnsureAsync(client, stopLoss, cancellationToken);

        SimulatedOrder lost = account.Place("ETHUSDT", "SELL", "STOP_MARKET", 2_900m, 0.500m);
        Title("3. The exchange executes the cancel, and its answer is lost");
        exchange.Faults.Next(Fault.ExecuteThenClose);
        await TellOtherClientsAsync(account, server.BaseAddress, lost, cancellationToken);
        exchange.Faults.Clear();
        SimulatedOrder lostAgain = account.Place("ETHUSDT", "SELL", "STOP_MARKET", 2_900m, 0.500m);
        exchange.Faults.Next(Fault.ExecuteThenClose);
        await TellEnsureAsync(client, lostAgain, cancellationToken);

        SimulatedOrder triggered = account.Place("SOLUSDT", "SELL", "STOP_MARKET", 140m, 5m);
        Title("4. The stop triggers first");
        triggered.Trigger();
        await TellOtherClientsAsync(account, server.BaseAddress, triggered, cancellationToken);
        await TellEnsureAsync(client, triggered, cancellationToken);
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

    private static async Task TellCancelAsync(AlgoOrderClient client, CancelAlgoOrderRequest request, CancellationToken cancellationToken)
    {
        try
        {
            CancelAlgoOrderResult result = await client.CancelAsync(request, cancellationToken);
            Say("CancelAsync", $"acknowledged: algoId {result.AlgoId}, clientAlgoId {result.ClientAlgoId}, {result.Message}");
        }
        catch (AlgoOrderNotFoundException unknown)
        {
            Say("CancelAsync", $"{nameof(AlgoOrderNotFoundException)}, execution {unknown.Execution}");
        }
    }

    private static async Task TellEnsureAsync(AlgoOrderClient client, SimulatedOrder order, CancellationToken cancellationToken)
    {
        CancelAlgoOrderOutcome outcome = await client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(order.AlgoId), cancellationToken);
        Say("EnsureCanceledAsync", OutcomeText.Of(outcome));
        Say("exchange", order.ToString());
    }

    private static async Task TellOtherClientsAsync(SimulatedAccount account, Uri address, SimulatedOrder order, CancellationToken cancellationToken)
    {
        Say("other clients", await OrdinaryClient.CancelAsync(account, address, order.AlgoId, cancellationToken));
        Say("exchange", order.ToString());
    }

    private static void Title(string text) => Console.WriteLine($"{Environment.NewLine}{text}");

    private static void Say(string who, string what) => Console.WriteLine($"   {who,-20} {what}");
}
