using Binance.AlgoOrders;
using Binance.AlgoOrders.ProxyWorker;

// Cancels one order with each of the handlers that a client may send with. The environment of the process names the proxy.
int failures = 0;
foreach (string handler in args[1..])
{
    var options = new AlgoOrderClientOptions
    {
        ApiKey = "made-up-api-key",
        SecretKey = "made-up-secret-key",
        BaseAddress = new Uri(args[0]),
        MaxRetryAttempts = 0,
        HedgeAfter = Timeout.InfiniteTimeSpan,
    };
    using AlgoOrderClient client = AlgoOrderClient.Create(options, Handlers.Create(handler));
    try
    {
        await client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(2146760));
        Console.WriteLine($"{handler}: canceled");
    }
    catch (AlgoOrderException failure)
    {
        Console.WriteLine($"{handler}: {failure}");
        failures++;
    }
}

return failures;
