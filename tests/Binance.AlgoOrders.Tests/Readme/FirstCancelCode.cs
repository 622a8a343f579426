using Binance.AlgoOrders;
using Microsoft.Extensions.DependencyInjection;

// Not within Binance.AlgoOrders, where nothing of it would need a using.
namespace Readme;

/// <summary>The first cancel of the readme of the repository, with the usings that a new project needs.</summary>
public static class FirstCancelCode
{
    public static async Task FirstCancelAsync()
    {
        var services = new ServiceCollection();
        services.AddBinanceAlgoOrders(options =>
        {
            options.ApiKey = Environment.GetEnvironmentVariable("BINANCE_API_KEY")!;
            options.SecretKey = Environment.GetEnvironmentVariable("BINANCE_SECRET_KEY")!;
            options.Environment = BinanceEnvironment.Demo;
        });
        await using ServiceProvider provider = services.BuildServiceProvider();
        AlgoOrderClient client = provider.GetRequiredService<AlgoOrderClient>();

        CancelAlgoOrderOutcome outcome = await client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(2000000183677643));
        Console.WriteLine(outcome switch
        {
            CancelAlgoOrderOutcome.Canceled => "canceled",
            CancelAlgoOrderOutcome.Triggered triggered => $"too late, it is {triggered.Order.Status}, child order {triggered.Order.ActualOrderIdText ?? "not placed yet"}",
            CancelAlgoOrderOutcome.Ended ended => $"it had ended before: {ended.Order.Status}",
            CancelAlgoOrderOutcome.NotFound => "not found: check the id and the account",
            CancelAlgoOrderOutcome.StillOpen => "still open: cancel again",
            CancelAlgoOrderOutcome.Unknown unknown => $"unknown: {unknown.LastError.Message}",
            _ => throw new InvalidOperationException("There is no other case."),
        });
    }
}
