using Binance.AlgoOrders.Tests.Wire;

namespace Binance.AlgoOrders.Tests;

/// <summary>Provides made-up keys and options. A call makes one attempt unless a test enables retries.</summary>
internal static class TestAccount
{
    public static AlgoOrderClientOptions Options(Action<AlgoOrderClientOptions>? change = null)
    {
        var options = new AlgoOrderClientOptions();
        Configure(options);
        change?.Invoke(options);
        return options;
    }

    public static AlgoOrderClientOptions SignedBy(IRequestSigner signer) => Options(options => (options.SecretKey, options.Signer) = ("", signer));

    public static void Configure(AlgoOrderClientOptions options)
    {
        options.ApiKey = GoldenExchange.ApiKey;
        options.SecretKey = GoldenExchange.SecretKey;
        options.MaxRetryAttempts = 0;
    }
}
