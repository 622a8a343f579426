using System.Text;
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

// The public test key of Binance's Java SDK, and the signature that is published with it: libsodium is found and called natively.
using Ed25519Signer signer = Ed25519Signer.FromPem("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEILpXm6EtDzSzPJWHTbP904h5R3bzb0QsLjTf1tAt2OlB\n-----END PRIVATE KEY-----");
byte[] signature = new byte[signer.MaxSignatureLength];
int length = signer.Sign("timestamp=1736393892000"u8, signature);
if (Encoding.ASCII.GetString(signature, 0, length) != "1KohSdsEYUHEO2qTbkkjbmFdufaUTF9dKat6oUwE2RHT%2BzThFX4i1MMeNC5nqH0Eya07jbRN9%2FLq1HaTgjD2Aw%3D%3D")
{
    Console.Error.WriteLine("The Ed25519 signature is not the published one.");
    return 1;
}

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
