using System.Diagnostics;
using System.Text.Json;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Moves the price once a second of virtual time, with conditional orders that it triggers and a user data stream.</summary>
/// <param name="Elapsed">The real time of all steps.</param>
/// <param name="Triggered">The number of orders that the price triggered.</param>
/// <param name="Events">The number of events of the stream.</param>
internal sealed record PriceDay(TimeSpan Elapsed, int Triggered, int Events)
{
    public const int LiveOrders = 50;
    public const double MostSeconds = 60;

    private const string Symbol = "BTCUSDT";
    private const int StepsPerExtension = 1800;
    private const int StepsPerCancel = 10;

    public static async Task<PriceDay> RunAsync(int steps)
    {
        var time = new ManualTimeProvider();
        var exchange = new SimulatedExchange(time);
        SimulatedAccount account = exchange.AddAccount();
        var walk = new SimulatedPriceWalk(exchange, Symbol, 60_000.0m);
        string listenKey = await StartStreamAsync(exchange, account);
        SimulatedWebSocket socket = exchange.ConnectWebSocket($"/private/ws?listenKey={listenKey}&events=ALGO_UPDATE/ORDER_TRADE_UPDATE/ACCOUNT_UPDATE")!;
        int placed = 0;
        int canceled = 0;
        int events = 0;
        long start = Stopwatch.GetTimestamp();
        for (int step = 1; step <= steps; step++)
        {
            for (int live = account.LiveOrders.Count; live < LiveOrders; live++)
            {
                Place(account, walk.Price, placed++);
            }

            time.Advance(TimeSpan.FromSeconds(1));
            walk.Next();
            events += Read(socket);
            if (step % StepsPerCancel == 0)
            {
                // The oldest order is the farthest from the price as a rule. The one that replaces it is near.
                account.LiveOrders[0].Cancel();
                canceled++;
            }

            if (step % StepsPerExtension == 0)
            {
                await StartStreamAsync(exchange, account);
            }
        }

        return new PriceDay(Stopwatch.GetElapsedTime(start), placed - canceled - account.LiveOrders.Count, events);
    }

    // Every second order buys above the price, the others sell below it, from 0.1 to 2.5 percent away.
    private static void Place(SimulatedAccount account, decimal price, int number)
    {
        (string side, int direction) = number % 2 == 0 ? ("BUY", 1) : ("SELL", -1);
        decimal distance = 0.001m * (1 + (number / 2 % (LiveOrders / 2)));
        account.Place(Symbol, side, triggerPrice: decimal.Round(price * (1 + (direction * distance)), 1));
    }

    // A second request for the key of an account extends it.
    private static async Task<string> StartStreamAsync(SimulatedExchange exchange, SimulatedAccount account)
    {
        SimulatedResponse response = await exchange.HandleAsync(new SimulatedRequest("POST", "/fapi/v1/listenKey", [new(Account.ApiKeyHeader, account.ApiKey)]));
        using var json = JsonDocument.Parse(response.Body);
        return json.RootElement.GetProperty("listenKey").GetString()!;
    }

    private static int Read(SimulatedWebSocket socket)
    {
        int events = 0;
        while (socket.TryRead() is { } message)
        {
            if (message.Kind == SimulatedWebSocketMessageKind.Ping)
            {
                socket.SendPong(message.Text);
            }
            else
            {
                events++;
            }
        }

        return events;
    }
}
