using System.Reflection;
using System.Runtime.Versioning;
using Binance.AlgoOrders;
using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.DependencyInjection;
using PackageConsumer;

// The packages, installed as by a user, must be complete and cancel an order when the response is lost.
string[] missing = [.. args.SelectMany(PackageContents.MissingFrom)];
if (missing.Length > 0)
{
    Console.Error.WriteLine(string.Join(Environment.NewLine, missing));
    return 1;
}

var exchange = new SimulatedExchange();
SimulatedAccount account = exchange.AddAccount();
SimulatedOrder stop = account.Place();
exchange.Faults.Next(Fault.ExecuteThenDrop);

var services = new ServiceCollection();
services.AddEd25519Keys();
services
    .AddBinanceAlgoOrders(options => (options.ApiKey, options.SecretKey) = (account.ApiKey, account.SecretKey))
    .ConfigurePrimaryHttpMessageHandler(exchange.CreateHandler);
await using ServiceProvider provider = services.BuildServiceProvider();
CancelAlgoOrderOutcome outcome = await provider.GetRequiredService<AlgoOrderClient>()
    .EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(stop.AlgoId));

// A signature with the public test key of Binance's Java SDK checks that the native library is installed.
using Ed25519Signer signer = Ed25519Signer.FromPem(
    "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEILpXm6EtDzSzPJWHTbP904h5R3bzb0QsLjTf1tAt2OlB\n-----END PRIVATE KEY-----");
int signed = signer.Sign("timestamp=1736393892000"u8, new byte[signer.MaxSignatureLength]);

string target = typeof(AlgoOrderClient).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName;
Console.WriteLine($"{target}: outcome {outcome.GetType().Name}, status at the exchange {stop.Status}, Ed25519 signature of {signed} bytes");
return outcome is CancelAlgoOrderOutcome.Canceled && stop.Status == SimulatedOrderStatus.Canceled ? 0 : 1;
