namespace Binance.AlgoOrders.Tests.Fuzz;

/// <summary>Checks the claim "not executed" against every state-changing request of a call, with Binance's rules written independently.</summary>
internal static class ExecutionChecker
{
    public static bool IsBacked(IReadOnlyList<FuzzedResponse> answers) => answers.All(answer => !answer.ChangesSomething || IsSurelyNotExecuted(answer)) || WasLookedFor(answers);

    public static bool IsSurelyNotExecuted(FuzzedResponse answer) => (answer.Status, Oracle.ErrorOf(answer)) switch
    {
        ( >= 200 and < 300, _) => false,
        (_, { Code: -1000 or -1006 or -1007 }) => false,
        (_, { Code: -1003 or -1008 }) => true,
        (403 or 418 or 429, _) => true,
        (408, _) => false,
        ( >= 400 and < 500, { Code: < 0 }) => true,
        (503, { Code: var code, Message: var message }) => IsSureFailure(message) || (code == -1001 && !message.StartsWith("Unknown error", StringComparison.OrdinalIgnoreCase)),
        (503, null) => !answer.IsBroken && IsSureFailure(System.Text.Encoding.UTF8.GetString(answer.Body).Trim()),
        _ => false,
    };

    // A new order that can no longer be executed and was not found twice was not placed.
    private static bool WasLookedFor(IReadOnlyList<FuzzedResponse> answers) =>
        answers.Any(answer => answer.Method == HttpMethod.Post) && answers.Count(answer => Oracle.ErrorOf(answer) is { Code: -2011 or -2013 }) >= 2;

    private static bool IsSureFailure(string text) =>
        text.Equals("Service Unavailable.", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("Internal error; unable to process your request.", StringComparison.OrdinalIgnoreCase);
}
