using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.TruthCampaign;

namespace Binance.AlgoOrders.Tests.Fuzz;

/// <summary>Makes a few calls of one client with random responses.</summary>
internal sealed class FuzzCase : IDisposable
{
    private static readonly string[] Operations =
        ["cancel", "cancel", "ensure", "ensure", "ensure", "find", "list", "cancelAll", "place", "place", "clock", "ensureAll", "history"];

    private readonly Dice _dice;
    private readonly FuzzedNetwork _network;
    private readonly ManualTimeProvider _time = new();
    private readonly AlgoOrderClient _client;

    public FuzzCase(int seed, int number)
    {
        _dice = new Dice(seed, number);
        _network = new FuzzedNetwork(_dice);
        AlgoOrderClientOptions options = TestAccount.Options(options => (options.MaxRetryAttempts, options.VisibilityLag) = (_dice.Below(4), TimeSpan.Zero));
        _client = AlgoOrderClient.Create(options, _network, _time);
    }

    public async Task PlayAsync(FuzzReport report)
    {
        for (int calls = 1 + _dice.Below(3); calls > 0; calls--)
        {
            int before = _network.Answers.Count;
            string operation = _dice.OneOf(Operations);
            Task<object?> call = _time.RunAsync(CallAsync(operation));
            await ((Task)call).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            object? result = call.IsCompletedSuccessfully ? await call : call.Exception?.InnerException ?? new TaskCanceledException(call);
            report.Note(operation, result, [.. _network.Answers.Skip(before)]);
            _time.Advance(_dice.Seconds(0, _dice.Chance(0.5) ? 10 : 300_000));
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _network.Dispose();
    }

    private async Task<object?> CallAsync(string operation)
    {
        CancelAlgoOrderRequest cancel = _dice.Chance(0.7)
            ? CancelAlgoOrderRequest.ByAlgoId(BodyGenerator.AlgoId)
            : CancelAlgoOrderRequest.ByClientAlgoId(BodyGenerator.ClientAlgoId);
        switch (operation)
        {
            case "cancel":
                return await _client.CancelAsync(cancel);
            case "ensure":
                return await _client.EnsureCanceledAsync(cancel with { Symbol = _dice.Chance(0.5) ? "BNBUSDT" : null });
            case "find":
                return await _client.FindAsync(cancel.Id);
            case "list":
                return await _client.ListOpenAsync(_dice.Chance(0.5) ? "BNBUSDT" : null);
            case "cancelAll":
                return await _client.CancelAllAsync("BNBUSDT");
            case "ensureAll":
                return await _client.EnsureAllCanceledAsync("BNBUSDT");
            case "clock":
                return await _client.SynchronizeClockAsync();
            case "place":
                var stop = new NewAlgoOrder.StopMarket("BNBUSDT", OrderSide.Sell, OrderAmount.Of(0.01m), 750m);
                return await _client.PlaceAsync(_dice.Chance(0.5) ? stop with { ClientAlgoId = BodyGenerator.ClientAlgoId } : stop);
            default:
                var orders = new List<AlgoOrder>();
                await foreach (AlgoOrder order in _client.ListHistoryAsync(new AlgoOrderHistoryQuery("BNBUSDT") { PageSize = 1 + _dice.Below(3) }))
                {
                    orders.Add(order);
                }

                return orders;
        }
    }
}
