using Binance.AlgoOrders;
using Binance.AlgoOrders.Samples;
using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.DependencyInjection;

// Published native and run: the whole way from the container over real HTTP to the simulated exchange, without reflection.
var exchange = new SimulatedExchange();
SimulatedAccount account = exchange.AddAccount();
SimulatedOrder stop = account.Place();
await using SimulatedExchangeServer server = await SimulatedExchangeServer.StartAsync(exchange);

var services = new ServiceCollection();
services.AddBinanceAlgoOrders(options =>
{
    options.ApiKey = account.ApiKey;
    options.SecretKey = account.SecretKey;
    options.BaseAddress = server.BaseAddress;
});
await using ServiceProvider provider = services.BuildServiceProvider();
AlgoOrderClient client = provider.GetRequiredService<AlgoOrderClient>();

CancelAlgoOrderResult result = await client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(stop.AlgoId));
try
{
    await client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(stop.AlgoId));
    Console.Error.WriteLine("The exchange acknowledged a second cancel of the same order.");
    return 1;
}
catch (AlgoOrderNotFoundException exception) when (exception.Execution == ExecutionStatus.NotExecuted)
{
    Console.WriteLine($"Canceled {result.AlgoId} natively; the exchange says {stop.Status}.");
    return stop.Status == SimulatedOrderStatus.Canceled ? 0 : 1;
}
