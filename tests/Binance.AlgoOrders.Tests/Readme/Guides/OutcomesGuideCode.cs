namespace Binance.AlgoOrders.Tests.Readme.Guides;

/// <summary>The C# blocks of the guide to outcomes and errors.</summary>
public static class OutcomesGuideCode
{
    public static string Match(CancelAlgoOrderOutcome outcome)
    {
        string text = outcome.Match(
            canceled => "canceled",
            triggered => $"{triggered.Order.Status}, child order {triggered.Order.ActualOrderIdText ?? "not placed yet"}",
            ended => $"ended as {ended.Order.Status}",
            notFound => "not found",
            stillOpen => "still open",
            unknown => $"unknown: {unknown.LastError.Message}");
        return text;
    }

    public static async Task EnsureInactiveAsync(AlgoOrderClient client, long algoId)
    {
        CancelAlgoOrderOutcome outcome = await client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(algoId));
        outcome.EnsureInactive();
    }

    public static CancelAlgoOrderRequest Request(long algoId)
    {
        CancelAlgoOrderRequest request = CancelAlgoOrderRequest.ByAlgoId(algoId) with { Symbol = "BTCUSDT", Timeout = TimeSpan.FromSeconds(5) };
        return request;
    }

    public static void Attempts(CancelAlgoOrderOutcome outcome)
    {
        foreach (CancelAttempt attempt in outcome.Attempts)
        {
            Console.WriteLine($"{attempt.StartedAt:HH:mm:ss.fff} {attempt.Endpoint}: {attempt.Execution}, {attempt.StatusCode}, {attempt.ErrorCode}");
        }
    }
}
