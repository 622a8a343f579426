using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Cancel;

/// <summary>
/// What every kind of answer means for a cancel, row by row: what the first attempt is taken for, how many cancels one call sends, and what
/// the headline says in the end.
/// </summary>
public class AnswerMeaningTests
{
    private const int Executed = 1;
    private const int Refused = 0;

    public static TheoryData<string, int, CancelAttemptResult, int, string> Rows => new()
    {
        // name, executed, the first attempt's result, cancels that CancelAsync sends, what EnsureCanceledAsync says
        { "acknowledgement", Executed, CancelAttemptResult.Answered, 1, "Canceled Acknowledged" },
        { "empty 200", Executed, CancelAttemptResult.InDoubt, 2, "Canceled Queried" },
        { "empty 200", Refused, CancelAttemptResult.InDoubt, 2, "Canceled Acknowledged" },
        { "html 200", Executed, CancelAttemptResult.InDoubt, 2, "Canceled Queried" },
        { "html 200", Refused, CancelAttemptResult.InDoubt, 2, "Canceled Acknowledged" },
        { "truncated 200", Executed, CancelAttemptResult.InDoubt, 2, "Canceled Queried" },
        { "other shape", Executed, CancelAttemptResult.InDoubt, 2, "Canceled Queried" },
        { "another order", Executed, CancelAttemptResult.InDoubt, 2, "Canceled Queried" },
        { "-2011", Refused, CancelAttemptResult.NotExecuted, 1, "NotFound" },
        { "another 4xx", Refused, CancelAttemptResult.NotExecuted, 1, "BinanceApiException NotExecuted" },
        { "-1021", Refused, CancelAttemptResult.NotExecuted, 2, "Canceled Acknowledged" },
        { "-1022", Refused, CancelAttemptResult.NotExecuted, 1, "BinanceApiException NotExecuted" },
        { "-2015", Refused, CancelAttemptResult.NotExecuted, 1, "BinanceApiException NotExecuted" },
        { "403 html", Refused, CancelAttemptResult.NotExecuted, 1, "Canceled Acknowledged" },
        { "408", Executed, CancelAttemptResult.InDoubt, 2, "Canceled Queried" },
        { "-1006", Executed, CancelAttemptResult.InDoubt, 2, "Canceled Queried" },
        { "-1007", Executed, CancelAttemptResult.InDoubt, 2, "Canceled Queried" },
        { "-1007", Refused, CancelAttemptResult.InDoubt, 2, "Canceled Acknowledged" },
        { "418", Refused, CancelAttemptResult.NotExecuted, 1, "Canceled Acknowledged" },
        { "429", Refused, CancelAttemptResult.NotExecuted, 1, "Canceled Acknowledged" },
        { "503 unknown", Executed, CancelAttemptResult.InDoubt, 2, "Canceled Queried" },
        { "503 unknown", Refused, CancelAttemptResult.InDoubt, 2, "Canceled Acknowledged" },
        { "503 service unavailable", Refused, CancelAttemptResult.NotExecuted, 2, "Canceled Acknowledged" },
        { "503 internal error", Refused, CancelAttemptResult.NotExecuted, 2, "Canceled Acknowledged" },
        { "-1008", Refused, CancelAttemptResult.NotExecuted, 2, "Canceled Acknowledged" },
        { "500", Executed, CancelAttemptResult.InDoubt, 2, "Canceled Queried" },
        { "502 html", Executed, CancelAttemptResult.InDoubt, 2, "Canceled Queried" },
        { "504 nothing", Refused, CancelAttemptResult.InDoubt, 2, "Canceled Acknowledged" },
        { "connection refused", Refused, CancelAttemptResult.NotExecuted, 2, "Canceled Acknowledged" },
        { "reset", Executed, CancelAttemptResult.InDoubt, 2, "Canceled Queried" },
        { "reset", Refused, CancelAttemptResult.InDoubt, 2, "Canceled Acknowledged" },
        { "closed", Executed, CancelAttemptResult.InDoubt, 2, "Canceled Queried" },
        { "broken inside", Executed, CancelAttemptResult.InDoubt, 2, "Canceled Queried" },
        { "late answer", Executed, CancelAttemptResult.InDoubt, 2, "Canceled Queried" },
        { "late execution", Executed, CancelAttemptResult.InDoubt, 2, "Canceled Acknowledged" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task The_headline_says_what_became_of_it(string row, int executed, CancelAttemptResult first, int cancels, string outcome)
    {
        Assert.True(cancels > 0);
        using var venue = new TestVenue();
        SimulatedOrder stop = Place(venue, row);
        venue.Exchange.Faults.On("DELETE").Next(FaultOf(row, executed == Executed));

        string said;
        CancelAttempt attempt;
        try
        {
            CancelAlgoOrderOutcome result = await venue.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(row == "-2011" ? 42 : stop.AlgoId));
            attempt = result.Attempts[0];
            said = $"{result.GetType().Name} {(result as CancelAlgoOrderOutcome.Canceled)?.Evidence}".TrimEnd();
            Assert.Equal(first, attempt.Result);
        }
        catch (AlgoOrderException exception)
        {
            said = $"{exception.GetType().Name} {exception.Execution}";
        }

        Assert.Equal(outcome, said);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_plain_cancel_is_repeated_exactly_where_that_is_right(string row, int executed, CancelAttemptResult first, int cancels, string outcome)
    {
        Assert.NotEmpty(outcome);
        using var venue = new TestVenue();
        SimulatedOrder stop = Place(venue, row);
        venue.Exchange.Faults.On("DELETE").Next(FaultOf(row, executed == Executed));
        CancelAlgoOrderRequest request = CancelAlgoOrderRequest.ByAlgoId(row == "-2011" ? 42 : stop.AlgoId);

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
        bool mayHaveBeenExecuted = execution is null or ExecutionStatus.Unknown;
        Assert.True(mayHaveBeenExecuted || stop.Status == SimulatedOrderStatus.New);
        Assert.True(first != CancelAttemptResult.InDoubt || mayHaveBeenExecuted);
    }

    private static SimulatedOrder Place(TestVenue venue, string row)
    {
        if (row == "-1021")
        {
            venue.Exchange.ClockSkew = TimeSpan.FromHours(1);
        }

        return venue.Account.Place();
    }

    private static Fault[] FaultOf(string row, bool executed) => row switch
    {
        "acknowledgement" or "-2011" or "-1021" => [],
        "empty 200" => [Fault.EmptyBody(executed)],
        "html 200" => [Fault.Html200(executed)],
        "truncated 200" => [Fault.TruncatedBody(executed)],
        "other shape" => [Fault.Answer(200, """{"orders":[]}""", executed)],
        "another order" => [Fault.WrongIdAcknowledgement(executed)],
        "another 4xx" => [Fault.Answer(400, """{"code":-4999,"msg":"Something new."}""", executed)],
        "-1022" => [Fault.Answer(400, """{"code":-1022,"msg":"Signature for this request is not valid."}""", executed)],
        "-2015" => [Fault.Answer(401, """{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}""", executed)],
        "403 html" => [Fault.HtmlForbidden403],
        "408" => [Fault.Answer(408, "", executed)],
        "-1006" => [Fault.Answer(400, """{"code":-1006,"msg":"An unexpected response was received from the message bus. Execution status unknown."}""", executed)],
        "-1007" => [Fault.Timeout1007(executed)],
        "418" => [Fault.Banned418(TimeSpan.FromSeconds(3))],
        "429" => [Fault.TooManyRequests429(TimeSpan.FromSeconds(3))],
        "503 unknown" => [Fault.UnknownError503(executed)],
        "503 service unavailable" => [Fault.ServiceUnavailable503],
        "503 internal error" => [Fault.InternalError503],
        "-1008" => [Fault.Throttled1008],
        "500" => [Fault.Answer(500, "", executed)],
        "502 html" => [Fault.HtmlBadGateway502(executed)],
        "504 nothing" => [Fault.Answer(504, "", executed)],
        "connection refused" => [Fault.ConnectionRefused],
        "reset" => [executed ? Fault.ExecuteThenDrop : Fault.DropBeforeExecuting],
        "closed" => [Fault.ExecuteThenClose],
        "broken inside" => [Fault.DropInsideAnswer(executed)],
        "late answer" => [Fault.DelayBeforeAnswering(TimeSpan.FromSeconds(3))],
        "late execution" => [Fault.LateExecution(TimeSpan.FromSeconds(4))],
        _ => throw new ArgumentOutOfRangeException(nameof(row), row, "There is no such row."),
    };
}
