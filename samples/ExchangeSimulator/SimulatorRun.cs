using System.Net;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>Runs the simulator, an exchange with one account and a few orders, until it is stopped.</summary>
internal static class SimulatorRun
{
    // The simulator runs for days, so it keeps a part of what has passed.
    private static readonly SimulatedExchangeOptions Bounded = new() { MaxRequests = 10_000, MaxEndedOrders = 10_000, MaxUnreadMessages = 10_000 };

    public static async Task<int> RunAsync(SimulatorSettings settings, CancellationToken stop)
    {
        if ((settings.ApiKey is null) != (settings.SecretKey is null))
        {
            await Console.Error.WriteLineAsync("--api-key and --secret-key must be given together.");
            return 2;
        }

        FaultFile? faults = settings.Faults is { } file ? FaultFile.Read(file) : null;
        if (faults is { Errors: [_, ..] errors })
        {
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, errors));
            return 2;
        }

        // ccxt connects without the names of events.
        var exchange = new SimulatedExchange(TimeProvider.System, Bounded)
        {
            ClockSkew = settings.ClockSkew,
            WeightLimit = settings.WeightLimit,
            TriggeringDuration = settings.Triggering,
            StreamsWithoutEventsCarryAll = true,
        };
        SimulatedAccount account;
        try
        {
            account = AddAccount(exchange, settings);
        }
        catch (InvalidDataException invalid)
        {
            await Console.Error.WriteLineAsync(invalid.Message);
            return 2;
        }

        account.IsHedgeMode = settings.IsHedgeMode;
        SimulatedOrder[] orders = PlaceOrders(exchange, account);
        exchange.PlacementVisibilityDelay = settings.Lag;
        faults?.Arm(exchange);
        try
        {
            await using SimulatedExchangeServer server = await SimulatedExchangeServer.StartAsync(
                exchange, new SimulatorPage(exchange, account).ServeAsync, new IPEndPoint(settings.Listen, settings.Port), stop);
            await WriteGuideAsync(server.BaseAddress, account, orders);
            await Task.WhenAll([ReportRequestsAsync(exchange, stop), .. settings.Walks.Select(symbol => WalkAsync(exchange, symbol, stop))]);
            return 0;
        }
        catch (IOException failure)
        {
            await Console.Error.WriteLineAsync($"Cannot listen on {settings.Listen}, port {settings.Port}: {failure.InnerException?.Message ?? failure.Message}");
            return 1;
        }
    }

    private static SimulatedAccount AddAccount(SimulatedExchange exchange, SimulatorSettings settings) => settings switch
    {
        { PublicKey: { } file } => PublicKeyFile.AddAccount(exchange, file),
        { ApiKey: { } apiKey, SecretKey: { } secretKey } => exchange.AddAccount(apiKey, secretKey),
        _ => exchange.AddAccount(),
    };

    // In hedge mode, an order belongs to one of two positions.
    private static SimulatedOrder[] PlaceOrders(SimulatedExchange exchange, SimulatedAccount account)
    {
        exchange.SetPrice("BTCUSDT", 60_000m);
        exchange.SetPrice("ETHUSDT", 3_700m);
        (string ofLong, string ofShort) = account.IsHedgeMode ? ("LONG", "SHORT") : ("BOTH", "BOTH");
        return
        [
            account.Place(new SimulatedOrderTerms { TriggerPrice = 58000.00m, PositionSide = ofLong }),
            account.Place(new SimulatedOrderTerms { Type = "TAKE_PROFIT_MARKET", TriggerPrice = 72000.00m, PositionSide = ofLong }),
            account.Place(new SimulatedOrderTerms
            {
                Symbol = "ETHUSDT",
                Side = "BUY",
                TriggerPrice = 3900.00m,
                Quantity = 0.500m,
                PositionSide = ofShort,
                ClientAlgoId = "my-eth-stop",
            }),
        ];
    }

    private static Task WalkAsync(SimulatedExchange exchange, string symbol, CancellationToken stop)
    {
        decimal start = exchange.PriceOf(symbol)?.Last ?? 100.00m;
        return new SimulatedPriceWalk(exchange, symbol, start).RunAsync(TimeSpan.FromSeconds(1), stop);
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

            To move the price, so that the first one triggers:
            {{Indent(ShellCommands.SetPrice(address.AbsoluteUri))}}

            Requests:
            """);
    }

    private static string Indent(string lines) => $"  {lines.ReplaceLineEndings($"{Environment.NewLine}  ")}";

    private static async Task ReportRequestsAsync(SimulatedExchange exchange, CancellationToken stop)
    {
        long next = 0;
        while (!stop.IsCancellationRequested)
        {
            foreach (RecordedRequest request in exchange.RequestsFrom(next))
            {
                next = request.Index + 1;
                string result = request.IsExecuted ? "done" : $"{request.ErrorCode}: {request.Reason}";
                await Console.Out.WriteLineAsync($"  {request.ReceivedAt:HH:mm:ss.fff} {request.Method} {request.Path} → {request.StatusCode} {result}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
