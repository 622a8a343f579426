using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.Tests.Readme;

/// <summary>The C# blocks of the readmes of the repository and of Binance.AlgoOrders.Ed25519, each compiled here exactly as it stands there.</summary>
public static class ReadmeCode
{
    public static async Task WhenItDoesNotWorkAsync(AlgoOrderClient client)
    {
        try
        {
            await client.CancelAsync(CancelAlgoOrderRequest.ByClientAlgoId("my-stop-1"));
        }
        catch (AlgoOrderException failure) when (failure.Execution == ExecutionStatus.Unknown)
        {
            Console.WriteLine("It may have been canceled: look before you act on it.");
        }
        catch (AlgoOrderNotFoundException)
        {
            Console.WriteLine("Not known as a live order: a wrong id or account, or it was canceled, triggered or expired before.");
        }
    }

    public static async Task PlacingAndManyAsync(AlgoOrderClient client, IEnumerable<AlgoOrderId> ids)
    {
        AlgoOrder stop = await client.PlaceAsync(new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.ClosePosition, triggerPrice: 58_000m));
        Console.WriteLine(stop.AlgoId);

        await foreach (CancelManyItem item in client.CancelManyAsync(ids))
        {
            Console.WriteLine($"{item.Id}: {(item.IsInactive ? "inactive" : item.Error?.Message ?? item.Outcome!.ToString())}");
        }

        CancelAllAlgoOrdersOutcome cleared = await client.EnsureAllCanceledAsync("BTCUSDT");
        Console.WriteLine(cleared.IsClear ? "clear" : $"{cleared.Survivors.Count()} may still be live");
    }

    public static void Keys(IServiceCollection services, string apiKey)
    {
        services.AddBinanceAlgoOrders(options => { options.ApiKey = apiKey; options.PrivateKeyPem = File.ReadAllText("key.pem"); });
        services.AddEd25519Keys();
    }

    public static void RotatingKeys(IServiceCollection services)
    {
        services.AddSingleton<IApiCredentialsProvider>(_ => new VaultCredentials());
        services.AddBinanceAlgoOrders(options => options.Environment = BinanceEnvironment.Live);
    }

    public static void SeveralProcesses(IServiceCollection services, string apiKey, string secretKey)
    {
        services
            .AddBinanceAlgoOrders(options => { options.ApiKey = apiKey; options.SecretKey = secretKey; })
            .AddRedisRequestBudget(options => { options.Configuration = "redis-1:6379"; options.Name = "203.0.113.7"; });
    }

    public static void Ed25519WithoutContainer(string apiKey, string password)
    {
        using Ed25519Signer signer = Ed25519Signer.FromPem(File.ReadAllText("key.pem"), password);
        using var client = AlgoOrderClient.Create(new AlgoOrderClientOptions { ApiKey = apiKey, Signer = signer });
    }

    public static void SeveralAccounts(IServiceCollection services, string hedgeKey, string hedgeSecret, string swingKey, string swingSecret)
    {
        services.AddBinanceAlgoOrders("hedge", options => { options.ApiKey = hedgeKey; options.SecretKey = hedgeSecret; });
        services.AddBinanceAlgoOrders("swing", options => { options.ApiKey = swingKey; options.SecretKey = swingSecret; });
    }

    public static async Task SimulatedExchangeAsync()
    {
        var exchange = new SimulatedExchange();
        SimulatedAccount account = exchange.AddAccount();
        SimulatedOrder stop = account.Place("BTCUSDT", "SELL", "STOP_MARKET", triggerPrice: 58_000m, quantity: 0.010m);
        using var client = AlgoOrderClient.Create(
            new AlgoOrderClientOptions { ApiKey = account.ApiKey, SecretKey = account.SecretKey },
            exchange.CreateHandler());

        exchange.Faults.Next(Fault.ExecuteThenDrop);
        CancelAlgoOrderOutcome outcome = await client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(stop.AlgoId));

        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome);
        Assert.Equal(SimulatedOrderStatus.Canceled, stop.Status);
    }

    private sealed class VaultCredentials : IApiCredentialsProvider
    {
        public ValueTask<ApiCredentials> GetAsync(CredentialsReason reason, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(ApiCredentials.FromSecretKey("made-up-key", "made-up-secret"));
    }
}
