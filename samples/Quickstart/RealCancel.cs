namespace Binance.AlgoOrders.Samples;

/// <summary>Cancels one real order with the key and the secret from the environment.</summary>
internal static class RealCancel
{
    public const int BadInput = 2;
    private const int NotInactive = 1;
    private const string KeyVariable = "BINANCE_API_KEY";
    private const string SecretVariable = "BINANCE_SECRET_KEY";

    public static async Task<int> RunAsync(BinanceEnvironment environment, long algoId, string? clientAlgoId, CancellationToken cancellationToken)
    {
        if (MissingVariable() is { } missing)
        {
            await Console.Error.WriteLineAsync($"Set the environment variable {missing}.");
            return BadInput;
        }

        AlgoOrderClient client;
        CancelAlgoOrderRequest request;
        try
        {
            request = clientAlgoId is null ? CancelAlgoOrderRequest.ByAlgoId(algoId) : CancelAlgoOrderRequest.ByClientAlgoId(clientAlgoId);
            client = AlgoOrderClient.Create(new AlgoOrderClientOptions
            {
                ApiKey = Environment.GetEnvironmentVariable(KeyVariable)!,
                SecretKey = Environment.GetEnvironmentVariable(SecretVariable)!,
                Environment = environment,
            });
        }
        catch (ArgumentException invalid)
        {
            await Console.Error.WriteLineAsync(invalid.Message.ReplaceLineEndings(" "));
            return BadInput;
        }

        using (client)
        {
            return await CancelAsync(client, request, cancellationToken);
        }
    }

    private static string? MissingVariable() =>
        Array.Find([KeyVariable, SecretVariable], name => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)));

    private static async Task<int> CancelAsync(AlgoOrderClient client, CancelAlgoOrderRequest request, CancellationToken cancellationToken)
    {
        try
        {
            CancelAlgoOrderOutcome outcome = await client.EnsureCanceledAsync(request, cancellationToken);
            Console.WriteLine($"{request.Id}: {OutcomeText.Of(outcome)}");
            return outcome.IsInactive ? 0 : NotInactive;
        }
        catch (AlgoOrderException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return NotInactive;
        }
    }
}
