using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Binance.AlgoOrders.Tests.Readme;

/// <summary>The C# blocks of the help for coding assistants.</summary>
public static class AssistantsCode
{
    public static void OneClient(IHostApplicationBuilder builder)
    {
        builder.Services.AddBinanceAlgoOrders(builder.Configuration.GetSection("Binance"));
    }

    public static string EveryOutcome(CancelAlgoOrderOutcome outcome)
    {
        string advice = outcome.Match(
            canceled => "done",
            triggered => $"the position may be closed: query child order {triggered.Order.ActualOrderIdText ?? "(not placed yet)"}",
            ended => $"it had ended before as {ended.Order.Status}",
            notFound => "check the id and the account, and do not treat it as canceled",
            stillOpen => "it still protects the position: cancel again",
            unknown => "it may be live or gone: query it again");
        return advice;
    }

    public static async Task<bool> OneQuestionAsync(AlgoOrderClient client, CancelAlgoOrderRequest request)
    {
        try
        {
            await client.CancelAsync(request);
            return true;
        }
        catch (AlgoOrderException failure)
        {
            bool mayHaveBeenExecuted = failure.Execution == ExecutionStatus.Unknown;
            return mayHaveBeenExecuted;
        }
    }
}
