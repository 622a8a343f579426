using Binance.AlgoOrders.Tests.Wire;

namespace Binance.AlgoOrders.Tests;

/// <summary>Made-up keys, and options that carry them.</summary>
internal static class TestAccount
{
    public static AlgoOrderClientOptions Options(Action<AlgoOrderClientOptions>? change = null)
    {
        var options = new AlgoOrderClientOptions();
        Configure(options);
        change?.Invoke(options);
        return options;
    }

    public static void Configure(AlgoOrderClientOptions options)
    {
        options.ApiKey = GoldenExchange.ApiKey;
        options.SecretKey = GoldenExchange.SecretKey;
    }
}
