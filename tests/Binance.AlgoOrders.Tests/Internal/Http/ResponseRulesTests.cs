using System.Net;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.Tests.Internal.Http;

/// <summary>Walks the rows of the table with examples of every kind of response.</summary>
public class ResponseRulesTests
{
    private const string Html = "<html><head><title>503 Service Unavailable</title></head></html>";
    private const string Internal = "Internal error; unable to process your request. Please try again.";

    // The name of the rule, and a response: status, code, text.
    private static readonly (string Rule, int Status, int? Code, string? Text)[] Responses =
    [
        ("unreadable success", 200, null, ""),
        ("unreadable success", 200, -2011, "Unknown order sent."),
        ("unreadable success", 204, null, null),
        ("legal restriction", 451, null, Html),
        ("legal restriction", 451, 0, "Service unavailable from a restricted location."),
        ("execution unknown", 400, -1000, "An unknown error occurred while processing the request."),
        ("execution unknown", 400, -1006, "An unexpected response was received from the message bus. Execution status unknown."),
        ("execution unknown", 400, -1007, "Timeout waiting for response from backend server. Send status unknown; execution status unknown."),
        ("execution unknown", 429, -1007, ""),
        ("maintenance", 400, -1016, "This service is no longer available."),
        ("maintenance", 503, -1016, ""),
        ("triggering or partly canceled", 400, -4117, "Stop order is triggering."),
        ("triggering or partly canceled", 400, -2012, "Batch cancel failed."),
        ("overload", 503, -1008, "Request throttled by system-level protection."),
        ("overload", 400, -1008, ""),
        ("limit or ban", 418, -1003, "Way too many requests; IP banned until 1573000000000."),
        ("limit or ban", 418, null, null),
        ("order limit", 429, -1015, "Too many new orders."),
        ("order limit", 400, -1015, "Too many new orders."),
        ("limit or ban", 429, null, Html),
        ("limit or ban", 503, -1003, "Too many requests."),
        ("request timeout", 408, null, null),
        ("request timeout", 408, -1021, "Any error at all."),
        ("timestamp", 400, -1021, "Timestamp for this request is outside of the recvWindow."),
        ("API key", 401, -2014, "API-key format invalid."),
        ("API key", 401, -2015, "Invalid API-key, IP, or permissions for action."),
        ("API key", 403, -2015, ""),
        ("signature", 400, -1022, "Signature for this request is not valid."),
        ("symbol", 400, -1121, "Invalid symbol."),
        ("caller's mistake", 400, -1102, "Param 'algoid' or 'clientalgoid' must be sent, but both were empty/null!"),
        ("caller's mistake", 400, -1100, ""),
        ("caller's mistake", 400, -1130, ""),
        ("listen key not found", 400, -1125, "This listenKey does not exist."),
        ("account or path", 401, -1002, ""),
        ("account or path", 400, -2017, ""),
        ("account or path", 400, -4109, ""),
        ("account or path", 404, -5000, "Path /fapi/v1/algo, Method DELETE is invalid"),
        ("order not found", 400, -2011, "Unknown order sent."),
        ("order not found", 400, -2011, ""),
        ("order not found", 400, -2013, "Order does not exist."),
        ("internal error", 400, -1001, Internal),
        ("internal error without the text", 400, -1001, "A text of next year."),
        ("firewall", 403, null, Html),
        ("firewall", 403, 0, ""),
        ("other refusal", 400, -9999, "A code that is not known yet."),
        ("other refusal", 400, -2011, "This action is disabled on this account."),
        ("other refusal", 400, -5028, "ME recvWindow reject."),
        ("other refusal", 400, -1131, ""),
        ("no such page", 404, null, Html),
        ("no such page", 404, null, null),
        ("refusal of something in between", 400, null, Html),
        ("refusal of something in between", 400, 200, "success"),
        ("refusal of something in between", 407, 0, "An error that Binance does not send."),
        ("unavailable", 503, 0, "Service Unavailable."),
        ("unavailable", 503, null, "Service Unavailable."),
        ("unavailable", 503, -1001, Internal),
        ("unavailable", 503, 0, Internal),
        ("other response", 100, null, null),
        ("other response", 302, null, null),
        ("other response", 500, -1001, Internal),
        ("other response", 500, -2011, "Unknown order sent."),
        ("other response", 502, null, Html),
        ("other response", 503, 0, "Unknown error, please check your request or try again later."),
        ("other response", 503, -9999, "A text that is not known yet."),
        ("other response", 503, null, null),
        ("other response", 599, null, "Service Unavailable."),
    ];

    private static readonly (string Rule, Exception Failure, bool MayHaveArrived)[] Failures =
    [
        ("rejected by a handler", new Polly.CircuitBreaker.BrokenCircuitException(), false),
        ("rejected by a handler", new Polly.Timeout.TimeoutRejectedException(), false),
        ("connection failed", new HttpRequestException(HttpRequestError.ConnectionError), false),
        ("connection failed", new HttpRequestException(HttpRequestError.NameResolutionError), false),
        ("connection failed", new TaskCanceledException(), false),
        ("connection failed", new TimeoutException(), false),
        ("connection failed", new IOException(), false),
        ("not sent", new InvalidOperationException(), false),
        ("not sent", new System.Security.Cryptography.CryptographicException(), false),
        ("no response", new HttpRequestException(HttpRequestError.ResponseEnded), true),
        ("no response", new HttpRequestException(HttpRequestError.ConnectionError), true),
        ("no response", new TaskCanceledException(), true),
        ("no response", new Polly.Timeout.TimeoutRejectedException(), true),
        ("no response", new InvalidOperationException(), true),
    ];

    // The execution and the next step of every rule, in the order of the table.
    private static readonly (string Rule, ExecutionStatus Execution, NextStep Then)[] Rules =
    [
        ("rejected by a handler", ExecutionStatus.NotExecuted, NextStep.Retry),
        ("connection failed", ExecutionStatus.NotExecuted, NextStep.Retry),
        ("not sent", ExecutionStatus.NotExecuted, NextStep.GiveUp),
        ("no response", ExecutionStatus.Unknown, NextStep.LookUp),
        ("unreadable success", ExecutionStatus.Unknown, NextStep.LookUp),
        ("legal restriction", ExecutionStatus.NotExecuted, NextStep.GiveUp),
        ("execution unknown", ExecutionStatus.Unknown, NextStep.LookUp),
        ("maintenance", ExecutionStatus.Unknown, NextStep.LookUp),
        ("triggering or partly canceled", ExecutionStatus.Unknown, NextStep.LookUp),
        ("overload", ExecutionStatus.NotExecuted, NextStep.Retry),
        ("order limit", ExecutionStatus.NotExecuted, NextStep.Wait),
        ("limit or ban", ExecutionStatus.NotExecuted, NextStep.Wait),
        ("request timeout", ExecutionStatus.Unknown, NextStep.LookUp),
        ("timestamp", ExecutionStatus.NotExecuted, NextStep.RefreshClock),
        ("API key", ExecutionStatus.NotExecuted, NextStep.RefreshKey),
        ("signature", ExecutionStatus.NotExecuted, NextStep.GiveUp),
        ("symbol", ExecutionStatus.NotExecuted, NextStep.GiveUp),
        ("account or path", ExecutionStatus.NotExecuted, NextStep.GiveUp),
        ("listen key not found", ExecutionStatus.NotExecuted, NextStep.GiveUp),
        ("caller's mistake", ExecutionStatus.NotExecuted, NextStep.GiveUp),
        ("order not found", ExecutionStatus.NotExecuted, NextStep.LookUp),
        ("internal error", ExecutionStatus.NotExecuted, NextStep.Retry),
        ("internal error without the text", ExecutionStatus.Unknown, NextStep.LookUp),
        ("firewall", ExecutionStatus.NotExecuted, NextStep.Pause),
        ("other refusal", ExecutionStatus.NotExecuted, NextStep.LookUp),
        ("no such page", ExecutionStatus.Unknown, NextStep.GiveUp),
        ("refusal of something in between", ExecutionStatus.Unknown, NextStep.LookUp),
        ("unavailable", ExecutionStatus.NotExecuted, NextStep.Retry),
        ("other response", ExecutionStatus.Unknown, NextStep.LookUp),
    ];

    public static TheoryData<string, int, int?, string?> AllResponses => [.. Responses.Select(row => (row.Rule, row.Status, row.Code, row.Text))];

    [Fact]
    public void The_table_has_these_rules_in_this_order() =>
        Assert.Equal(Rules, ResponseRules.Table.Select(rule => (rule.Name, rule.Execution, rule.Then)));

    [Fact]
    public void These_rules_concern_every_request() => Assert.Equal(
        ["legal restriction", "API key", "signature", "account or path", "no such page"],
        ResponseRules.Table.Where(rule => rule.ConcernsEveryRequest).Select(rule => rule.Name));

    [Fact]
    public void Every_rule_has_an_example() =>
        Assert.Equal(Rules.Select(row => row.Rule).ToHashSet(), [.. Responses.Select(row => row.Rule), .. Failures.Select(row => row.Rule)]);

    [Theory]
    [MemberData(nameof(AllResponses))]
    public void A_response_meets_its_rule(string rule, int status, int? code, string? text) =>
        Assert.Equal(rule, ResponseRules.Of(new ResponseFacts((HttpStatusCode)status, code, text, Failure: null)).Name);

    [Fact]
    public void A_failure_meets_its_rule() => Assert.All(
        Failures,
        row => Assert.Equal(row.Rule, ResponseRules.Of(new ResponseFacts(Status: null, Code: null, Text: null, row.Failure, row.MayHaveArrived)).Name));
}
