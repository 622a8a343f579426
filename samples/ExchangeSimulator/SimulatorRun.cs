using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>Runs the simulator, an exchange with one account and a few orders, until it is stopped.</summary>
internal static class SimulatorRun
{
    public static async Task<int> RunAsync(int port, CancellationToken stop)
    {
        var exchange = new SimulatedExchange(TimeProvider.System);
        SimulatedAccount account = exchange.AddAccount();
        SimulatedOrder[] orders =
        [
            account.Place("BTCUSDT", "SELL", "STOP_MARKET", 58000.00m, 0.010m),
            account.Place("BTCUSDT", "SELL", "TAKE_PROFIT_MARKET", 72000.00m, 0.010m),
            account.Place("ETHUSDT", "BUY", "STOP_MARKET", 3900.00m, 0.500m, clientAlgoId: "my-eth-stop"),
        ];
        try
        {
            await using SimulatedExchangeServer server = await SimulatedExchangeServer.StartAsync(
                exchange, new SimulatorPage(exchange, account).ServeAsync, port, stop);
            await WriteGuideAsync(server.BaseAddress, account, orders);
            await ReportRequestsAsync(exchange, stop);
            return 0;
        }
        catch (IOException failure)
        {
            await Console.Error.WriteLineAsync($"Cannot listen on port {port}: {failure.InnerException?.Message ?? failure.Message}");
            return 1;
        }
    }

    private static async Task WriteGuideAsync(Uri address, SimulatedAccount account, SimulatedOrder[] orders)
    {
        string listed = string.Join(Environment.NewLine, orders.Select(order => $"  {order.Terms.Type,-18} {order.Terms.Side,-4} {order}"));
        ConnectionGuide guide = ConnectionGuide.For(address.AbsoluteUri, account, orders);
        await Console.Out.WriteLineAsync(
            $$"""
            The simulated exchange listens on {{address}} (Ctrl-C stops it). The key and the secret are made up.
            Watch and control it in a browser: {{address}}
            It serves every algo order endpoint: USDⓈ-M futures under fapi/v1 and COIN-M futures under dapi/v1.

            Open orders: algoId (clientAlgoId) symbol status
            {{listed}}

            To cancel one in C#, use the first cancel of the README with these three options and an algoId from above:
            {{Indent(guide.Options)}}

            To cancel the first one in a shell with curl and openssl:
            {{Indent(guide.Cancel)}}

            To place another one:
            {{Indent(guide.Place)}}

            Requests:
            """);
    }

    private static string Indent(string lines) => $"  {lines.ReplaceLineEndings($"{Environment.NewLine}  ")}";

    private static async Task ReportRequestsAsync(SimulatedExchange exchange, CancellationToken stop)
    {
        int reported = 0;
        while (!stop.IsCancellationRequested)
        {
            foreach (RecordedRequest request in exchange.Requests.Skip(reported))
            {
                reported++;
                string result = request.IsExecuted ? "done" : $"{request.ErrorCode}: {request.Reason}";
                await Console.Out.WriteLineAsync($"  {request.ReceivedAt:HH:mm:ss.fff} {request.Method} {request.Path} → {request.StatusCode} {result}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
