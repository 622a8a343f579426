using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Cancel;

/// <summary>
/// Checks every kind of response to a cancel, row by row: the execution of the first attempt, the number of cancels that one call sends, and the
/// outcome.
/// </summary>
public class ResponseMeaningTests
{
    // The response, whether the exchange executes the request, the execution of the first attempt, the cancels of CancelAsync, and the outcome.
    private static readonly (string Answer, bool Executed, ExecutionStatus First, int Cancels, string Outcome)[] Table =
    [
        ("acknowledgement", true, ExecutionStatus.Succeeded, 1, "Canceled Acknowledged"),
        ("empty 200", true, ExecutionStatus.Unknown, 2, "Canceled Queried"),
        ("empty 200", false, ExecutionStatus.Unknown, 2, "Canceled Acknowledged"),
        ("html 200", true, ExecutionStatus.Unknown, 2, "Canceled Queried"),
        ("html 200", false, ExecutionStatus.Unknown, 2, "Canceled Acknowledged"),
        ("truncated 200", true, ExecutionStatus.Unknown, 2, "Canceled Queried"),
        ("other shape", true, ExecutionStatus.Unknown, 2, "Canceled Queried"),
        ("another order", true, ExecutionStatus.Unknown, 2, "Canceled Queried"),
        ("-2011", false, ExecutionStatus.NotExecuted, 1, "NotFound"),
        ("another 4xx", false, ExecutionStatus.NotExecuted, 1, "Canceled Acknowledged"),
        ("-1021", false, ExecutionStatus.NotExecuted, 2, "Canceled Acknowledged"),
        ("-1022", false, ExecutionStatus.NotExecuted, 1, "BinanceApiException NotExecuted"),
        ("-2015", false, ExecutionStatus.NotExecuted, 1, "BinanceApiException NotExecuted"),
        ("403 html", false, ExecutionStatus.NotExecuted, 1, "Canceled Acknowledged"),
        ("408", true, ExecutionStatus.Unknown, 2, "Canceled Queried"),
        ("-1006", true, ExecutionStatus.Unknown, 2, "Canceled Queried"),
        ("-1007", true, ExecutionStatus.Unknown, 2, "Canceled Queried"),
        ("-1007", false, ExecutionStatus.Unknown, 2, "Canceled Acknowledged"),
        ("418", false, ExecutionStatus.NotExecuted, 1, "Canceled Acknowledged"),
        ("429", false, ExecutionStatus.NotExecuted, 1, "Canceled Acknowledged"),
        ("503 unknown", true, ExecutionStatus.Unknown, 2, "Canceled Queried"),
        ("503 unknown", false, ExecutionStatus.Unknown, 2, "Canceled Acknowledged"),
        ("503 service unavailable", false, ExecutionStatus.NotExecuted, 2, "Canceled Acknowledged"),
        ("503 internal error", false, ExecutionStatus.NotExecuted, 2, "Canceled Acknowledged"),
        ("-1008", false, ExecutionStatus.NotExecuted, 2, "Canceled Acknowledged"),
        ("500", true, ExecutionStatus.Unknown, 2, "Canceled Queried"),
        ("502 html", true, ExecutionStatus.Unknown, 2, "Canceled Queried"),
        ("504 nothing", false, ExecutionStatus.Unknown, 2, "Canceled Acknowledged"),
        ("connection refused", false, ExecutionStatus.NotExecuted, 2, "Canceled Acknowledged"),
        ("reset", true, ExecutionStatus.Unknown, 2, "Canceled Queried"),
        ("reset", false, ExecutionStatus.Unknown, 2, "Canceled Acknowledged"),
        ("closed", true, ExecutionStatus.Unknown, 2, "Canceled Queried"),
        ("broken inside", true, ExecutionStatus.Unknown, 2, "Canceled Queried"),
        ("late answer", true, ExecutionStatus.Unknown, 2, "Canceled Queried"),
        ("late execution", true, ExecutionStatus.Unknown, 2, "Canceled Acknowledged"),
    ];

    public static TheoryData<string, bool, ExecutionStatus, string> Outcomes => [.. Table.Select(row => (row.Answer, row.Executed, row.First, row.Outcome))];

    public static TheoryData<string, bool, ExecutionStatus, int> Repetitions => [.. Table.Select(row => (row.Answer, row.Executed, row.First, row.Cancels))];

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task The_response_decides_the_outcome(string answer, bool executed, ExecutionStatus first, string outcome)
    {
        using var venue = new TestVenue();
        CancelAlgoOrderRequest request = Arrange(venue, answer, executed, out _);

        string said;
        try
        {
            CancelAlgoOrderOutcome result = await venue.EnsureCanceledAsync(request);
            said = $"{result.GetType().Name} {(result as CancelAlgoOrderOutcome.Canceled)?.Evidence}".TrimEnd();
            Assert.Equal(first, result.Attempts[0].Execution);
        }
        catch (AlgoOrderException exception)
        {
            said = $"{exception.GetType().Name} {exception.Execution}";
        }

        Assert.Equal(outcome, said);
    }

    [Theory]
    [MemberData(nameof(Repetitions))]
    public async Task A_plain_cancel_is_retried_exactly_where_that_is_safe(string answer, bool executed, ExecutionStatus first, int cancels)
    {
        using var venue = new TestVenue();
        CancelAlgoOrderRequest request = Arrange(venue, answer, executed, out SimulatedOrder stop);

        ExecutionStatus? execution = null;
        try
        {
            await venue.Time.RunAsync(venue.Client.CancelAsync(request, TestContext.Current.CancellationToken));
        }
        catch (AlgoOrderException exception)
        {
            execution = exception.Execution;
        }

        Assert.Equal(cancels, venue.Cancels.Count);
        bool claimsNotExecuted = execution == ExecutionStatus.NotExecuted;
        Assert.False(claimsNotExecuted && stop.Status != SimulatedOrderStatus.New);
        Assert.False(claimsNotExecuted && first == ExecutionStatus.Unknown);
    }

    private static CancelAlgoOrderRequest Arrange(TestVenue venue, string answer, bool executed, out SimulatedOrder stop)
    {
        venue.Exchange.ClockSkew = answer == "-1021" ? TimeSpan.FromHours(1) : TimeSpan.Zero;
        stop = venue.Account.Place();
        venue.Exchange.Faults.On("DELETE").Next(FaultOf(answer, executed));
        return CancelAlgoOrderRequest.ByAlgoId(answer == "-2011" ? 42 : stop.AlgoId);
    }

    private static Fault[] FaultOf(string answer, bool executed) => answer switch
    {
        "acknowledgement" or "-2011" or "-1021" => [],
        "empty 200" => [Fault.EmptyBody(executed)],
        "html 200" => [Fault.Html200(executed)],
        "truncated 200" => [Fault.TruncatedBody(executed)],
        "other shape" => [Fault.Respond(200, """{"orders":[]}""", executed)],
        "another order" => [Fault.WrongIdAcknowledgement(executed)],
        "another 4xx" => [Fault.Respond(400, """{"code":-4999,"msg":"Something new."}""", executed)],
        "-1022" => [Fault.Respond(400, """{"code":-1022,"msg":"Signature for this request is not valid."}""", executed)],
        "-2015" => [Fault.Respond(401, """{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}""", executed)],
        "403 html" => [Fault.HtmlForbidden403],
        "408" => [Fault.Respond(408, "", executed)],
        "-1006" => [Fault.Respond(400, """{"code":-1006,"msg":"An unexpected response was received from the message bus. Execution status unknown."}""", executed)],
        "-1007" => [Fault.Timeout1007(executed)],
        "418" => [Fault.Banned418(TimeSpan.FromSeconds(3))],
        "429" => [Fault.TooManyRequests429(TimeSpan.FromSeconds(3))],
        "503 unknown" => [Fault.UnknownError503(executed)],
        "503 service unavailable" => [Fault.ServiceUnavailable503],
        "503 internal error" => [Fault.InternalError503],
        "-1008" => [Fault.Throttled1008],
        "500" => [Fault.Respond(500, "", executed)],
        "502 html" => [Fault.HtmlBadGateway502(executed)],
        "504 nothing" => [Fault.Respond(504, "", executed)],
        "connection refused" => [Fault.ConnectionRefused],
        "reset" => [executed ? Fault.ExecuteThenDrop : Fault.DropBeforeExecuting],
        "closed" => [Fault.ExecuteThenClose],
        "broken inside" => [Fault.DropInsideResponse(executed)],
        "late answer" => [Fault.DelayBeforeResponding(TimeSpan.FromSeconds(3))],
        "late execution" => [Fault.LateExecution(TimeSpan.FromSeconds(4))],
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "There is no such answer."),
    };
}
