namespace Binance.AlgoOrders.Tests.Readme;

/// <summary>The C# blocks of the readme of the repository, besides the first cancel.</summary>
public static class ReadmeCode
{
    public static async Task MoveAsync(AlgoOrderClient client, AlgoOrder stop, NewAlgoOrder higher)
    {
        ReplaceAlgoOrderOutcome outcome = await client.ReplaceAsync(ReplaceAlgoOrderRequest.For(stop, higher));
        if (outcome.IsProtected != true)
        {
            Console.WriteLine($"Look at the position now: {outcome}");
        }
    }

    public static async Task WhenItDoesNotWorkAsync(AlgoOrderClient client)
    {
        try
        {
            await client.CancelAsync(CancelAlgoOrderRequest.ByClientAlgoId("my-stop-1"));
        }
        catch (AlgoOrderException failure) when (failure.Execution == ExecutionStatus.Unknown)
        {
            Console.WriteLine($"It may have been canceled. Look the order up before you act on it. {failure.Message}");
        }
        catch (AlgoOrderException failure)
        {
            Console.WriteLine($"It was not executed. {failure.Message}");
        }
    }
}
