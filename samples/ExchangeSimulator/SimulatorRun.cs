using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>One run of the simulator: an exchange with one account and a few orders, until it is told to stop.</summary>
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
            await SayHowToUseAsync(server.BaseAddress, account, orders);
            await ReportRequestsAsync(exchange, stop);
            return 0;
        }
        catch (IOException inUse)
        {
            await Console.Error.WriteLineAsync($"Cannot listen on port {port}: {inUse.InnerException?.Message ?? inUse.Message}");
            return 1;
        }
    }

    private static async Task SayHowToUseAsync(Uri address, SimulatedAccount account, SimulatedOrder[] orders)
    {
        string listed = string.Join(Environment.NewLine, orders.Select(order => $"  {order.Terms.Type,-18} {order.Terms.Side,-4} {order}"));
        HowToUse use = HowToUse.For(address.AbsoluteUri, account, orders);
        await Console.Out.WriteLineAsync(
            $$"""
            The simulated exchange listens on {{address}} (Ctrl-C stops it). Key and secret are made up.
            Look at it, and let things happen, in a browser: {{address}}
            It serves every endpoint of the algo orders, of USDⓈ-M futures under fapi/v1 and of COIN-M futures under dapi/v1.

            Open orders: algoId (clientAlgoId) symbol status
            {{listed}}

            Cancel one in C#: the first cancel of the README, with these in place of its three options, and an algoId from above:
            {{Indent(use.Options)}}

            Cancel the first one, in a shell with curl and openssl:
            {{Indent(use.Cancel)}}

            Place another one:
            {{Indent(use.Place)}}

            Requests:
            """);
    }

    private static string Indent(string lines) => $"  {lines.ReplaceLineEndings($"{Environment.NewLine}  ")}";

    private static async Task ReportRequestsAsync(SimulatedExchange exchange, CancellationToken stop)
    {
        int reported = 0;
        while (!stop.IsCancellationRequested)
        {
            foreach (SimulatedExchangeRecord request in exchange.Journal.Skip(reported))
            {
                reported++;
                string verdict = request.IsExecuted ? "done" : $"{request.ErrorCode}: {request.Reason}";
                await Console.Out.WriteLineAsync($"  {request.ReceivedAt:HH:mm:ss.fff} {request.Method} {request.Path} → {request.StatusCode} {verdict}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
