using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>Cancels that are worth a look: one that goes well, one whose answer is lost, one that comes too late, one with a wrong clock.</summary>
internal sealed class Story(AlgoOrderClient client, SimulatedExchange exchange, SimulatedAccount account)
{
    public async Task TellAsync()
    {
        await CancelAsync("All goes well", account.Place());

        exchange.Faults.Next(Fault.ExecuteThenDrop);
        await CancelAsync("The answer is lost", account.Place());

        SimulatedOrder triggered = account.Place();
        triggered.Trigger();
        await CancelAsync("The trigger came first", triggered);

        exchange.ClockSkew = TimeSpan.FromMinutes(1);
        await CancelAsync("The clock is a minute off", account.Place());
    }

    private async Task CancelAsync(string title, SimulatedOrder order)
    {
        Console.WriteLine($"== {title}");
        CancelAlgoOrderOutcome outcome = await client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(order.AlgoId));
        Console.WriteLine($"{order.AlgoId}: {outcome.GetType().Name}");
    }
}
