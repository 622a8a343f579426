using System.CommandLine;

namespace Binance.AlgoOrders.Samples;

/// <summary>The client and the output format of one command.</summary>
internal sealed class Session(AlgoOrderClient client, bool isJson)
{
    private const string KeyVariable = "BINANCE_API_KEY";
    private const string SecretVariable = "BINANCE_SECRET_KEY";

    public AlgoOrderClient Client { get; } = client;

    public bool IsJson { get; } = isJson;

    /// <summary>Runs a command. Writes a failure as one line to stderr and returns its exit code.</summary>
    public static async Task<int> RunAsync(ParseResult parsed, Func<Session, Task<int>> work)
    {
        try
        {
            using AlgoOrderClient client = Open(GlobalOptions.ChosenEnvironment(parsed));
            return await work(new Session(client, parsed.GetValue(GlobalOptions.Json)));
        }
        catch (Exception invalid) when (invalid is BadInputException or ArgumentException)
        {
            return await WriteErrorAsync(invalid.Message, ExitCodes.BadInput);
        }
        catch (AlgoOrderException failure)
        {
            return await WriteErrorAsync(failure.Message, ExitCodes.NotInactive);
        }
        catch (OperationCanceledException)
        {
            return await WriteErrorAsync("Interrupted: the request may still be executed. Look the order up before you act on it.", ExitCodes.NotInactive);
        }
    }

    private static AlgoOrderClient Open(BinanceEnvironment? environment) => environment is { } real
        ? AlgoOrderClient.Create(new AlgoOrderClientOptions { ApiKey = Variable(KeyVariable), SecretKey = Variable(SecretVariable), Environment = real })
        : MadeUpAccount.Open();

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
        ? value
        : throw new BadInputException($"Set the environment variable {name}.");

    private static async Task<int> WriteErrorAsync(string line, int exitCode)
    {
        await Console.Error.WriteLineAsync(line.ReplaceLineEndings(" "));
        return exitCode;
    }
}
