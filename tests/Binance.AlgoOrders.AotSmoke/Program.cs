using System.Text;
using Binance.AlgoOrders;
using Binance.AlgoOrders.Samples;
using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.DependencyInjection;

// A native program cancels an order from the container over real HTTP at the simulated exchange, without reflection.
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

// The public test key of Binance's Java SDK and the signature that is published with it check that libsodium is found.
using Ed25519Signer signer = Ed25519Signer.FromPem("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEILpXm6EtDzSzPJWHTbP904h5R3bzb0QsLjTf1tAt2OlB\n-----END PRIVATE KEY-----");
byte[] signature = new byte[signer.MaxSignatureLength];
int length = signer.Sign("timestamp=1736393892000"u8, signature);
if (Encoding.ASCII.GetString(signature, 0, length) != "1KohSdsEYUHEO2qTbkkjbmFdufaUTF9dKat6oUwE2RHT%2BzThFX4i1MMeNC5nqH0Eya07jbRN9%2FLq1HaTgjD2Aw%3D%3D")
{
    Console.Error.WriteLine("The Ed25519 signature must be the published one, but was another.");
    return 1;
}

CancelAlgoOrderResult result = await client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(stop.AlgoId));
try
{
    await client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(stop.AlgoId));
    Console.Error.WriteLine("The second cancel of the same order must fail, but was acknowledged.");
    return 1;
}
catch (AlgoOrderNotFoundException exception) when (exception.Execution == ExecutionStatus.NotExecuted)
{
    Console.WriteLine($"Canceled {result.AlgoId} in a native program. The status at the exchange is {stop.Status}.");
    return stop.Status == SimulatedOrderStatus.Canceled ? 0 : 1;
}
