using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Binance.AlgoOrders.Tests.Readme;

/// <summary>The C# blocks of the help for coding assistants, each compiled here exactly as it stands there.</summary>
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
            triggered => $"the position may be closed: look at child order {triggered.Order.ActualOrderId}",
            closed => $"it had ended before, as {closed.Order.Status}",
            notFound => "check the id and the account; do not take it for canceled",
            stillOpen => "it still protects the position: cancel again",
            unknown => "do not act as if it were gone, nor as if it were live: ask again");
        return advice;
    }

    public static async Task<bool> TheOneQuestionAsync(AlgoOrderClient client, CancelAlgoOrderRequest request)
    {
        try
        {
            await client.CancelAsync(request);
            return true;
        }
        catch (AlgoOrderException failure)
        {
            bool mayHaveHappened = failure.Execution == ExecutionStatus.Unknown;
            return mayHaveHappened;
        }
    }
}
