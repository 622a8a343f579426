using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>Runs four cancels: a successful one, one with a lost response, one after the trigger, and one with a wrong clock.</summary>
internal sealed class Scenarios(AlgoOrderClient client, SimulatedExchange exchange, SimulatedAccount account)
{
    public async Task RunAsync()
    {
        await CancelAsync("A successful cancel", account.Place());

        exchange.Faults.Next(Fault.ExecuteThenDrop);
        await CancelAsync("The response is lost", account.Place());

        SimulatedOrder triggered = account.Place();
        triggered.Trigger();
        await CancelAsync("The order triggers first", triggered);

        exchange.ClockSkew = TimeSpan.FromMinutes(1);
        await CancelAsync("The clock is wrong by a minute", account.Place());
    }

    private async Task CancelAsync(string title, SimulatedOrder order)
    {
        Console.WriteLine($"== {title}");
        CancelAlgoOrderOutcome outcome = await client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(order.AlgoId));
        Console.WriteLine($"{order.AlgoId}: {outcome.GetType().Name}");
    }
}
