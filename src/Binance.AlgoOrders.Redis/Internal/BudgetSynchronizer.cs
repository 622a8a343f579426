using StackExchange.Redis;

namespace Binance.AlgoOrders.Internal;

/// <summary>
/// Tells and asks Redis in the background, four times a second and whenever bulk work runs short. No request waits for it, and nothing of it is
/// thrown.
/// </summary>
internal sealed class BudgetSynchronizer(
    RedisLink link, BudgetExchange exchange, BanNews news, RedisHealth health, BudgetMetrics metrics, BudgetVoice voice, TimeProvider timeProvider)
{
    // An answer that comes within this time still counts, though nothing has waited for it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public async Task RunAsync(WakeUp wakeUp, CancellationToken stop)
    {
        // Whoever makes the budget does not wait for the connection.
        await Task.Yield();
        while (!stop.IsCancellationRequested)
        {
            if (await AskAsync(stop).ConfigureAwait(false))
            {
                await wakeUp.WaitAsync(BudgetRules.Interval, timeProvider, stop).ConfigureAwait(false);
            }
            else
            {
                await Task.Delay(BudgetRules.Interval, timeProvider, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Quietly(LeaveAsync()).ConfigureAwait(false);
    }

    private async Task<bool> AskAsync(CancellationToken stop)
    {
        health.Ask();
        Task<IConnectionMultiplexer> asking = ExchangeAsync();
        try
        {
            IConnectionMultiplexer connection = await asking.WaitAsync(Patience, timeProvider, stop).ConfigureAwait(false);
            (bool isLate, bool isChange) = health.Answered();
            metrics.Asked(isLate ? "late" : "in_time");
            voice.Say(isChange, health.IsDegraded, failure: null);
            await ListenAsync(connection).WaitAsync(Patience, timeProvider, stop).ConfigureAwait(false);
            return true;
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            metrics.Asked("failed");
            voice.Say(health.Failed(), isDegraded: true, failure);
        }
        catch (OperationCanceledException)
        {
            // The budget is being disposed of.
        }

        // Whatever becomes of a question that is not waited for, nobody wants to hear of it.
        _ = Quietly(asking);
        return false;
    }

    private async Task<IConnectionMultiplexer> ExchangeAsync()
    {
        IConnectionMultiplexer connection = await link.ConnectAsync().ConfigureAwait(false);
        await news.TellAsync(connection).ConfigureAwait(false);
        await exchange.RunAsync(connection).ConfigureAwait(false);
        return connection;
    }

    private async Task ListenAsync(IConnectionMultiplexer connection)
    {
        try
        {
            await news.ListenAsync(connection).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is RedisException or RedisTimeoutException)
        {
            voice.SayNotListening(failure);
        }
    }

    private async Task LeaveAsync()
    {
        IConnectionMultiplexer connection = await link.ConnectAsync().WaitAsync(Patience, timeProvider).ConfigureAwait(false);
        await Quietly(exchange.LeaveAsync(connection).WaitAsync(Patience, timeProvider)).ConfigureAwait(false);
        await Quietly(news.StopAsync().WaitAsync(Patience, timeProvider)).ConfigureAwait(false);
        await link.CloseAsync().ConfigureAwait(false);
    }

    private static async Task Quietly(Task task) => await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
