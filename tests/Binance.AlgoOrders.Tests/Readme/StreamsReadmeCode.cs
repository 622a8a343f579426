using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.Tests.Readme;

/// <summary>The C# blocks of the README of Binance.AlgoOrders.Streams.</summary>
public static class StreamsReadmeCode
{
    public static void Container(IServiceCollection services, string apiKey, string secretKey)
    {
        services
            .AddBinanceAlgoOrders(options => { options.ApiKey = apiKey; options.SecretKey = secretKey; })
            .AddAlgoOrderStream();
    }

    public static async Task WithoutContainerAsync(string apiKey, string secretKey, CancellationToken cancellationToken)
    {
        using var client = AlgoOrderClient.Create(new AlgoOrderClientOptions { ApiKey = apiKey, SecretKey = secretKey });
        await using AlgoOrderStream stream = AlgoOrderStream.Create(client);
        await foreach (AlgoOrderUpdate update in stream.ReadAllAsync(cancellationToken))
        {
            Console.WriteLine($"{update.Order.Symbol} {update.Order.ClientAlgoId} is {update.Status}, child {update.Child?.OrderId}");
        }
    }

    public static async Task<AlgoOrderUpdate> WaitAsync(AlgoOrderStream stream, CancellationToken cancellationToken)
    {
        AlgoOrderUpdate triggered = await stream.WaitForAsync(
            AlgoOrderId.FromClientAlgoId("btc-stop"), update => update.Status == AlgoOrderStatus.Triggered, cancellationToken);
        return triggered;
    }
}
