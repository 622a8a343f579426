using System.Net;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.Tests.Internal.Http;

/// <summary>Tests the execution status of every kind of response, row by row.</summary>
public class ResponseRulesTests
{
    private const string Html = "<html><head><title>503 Service Unavailable</title></head></html>";

    [Theory]
    [InlineData(400, -2011, "Unknown order sent.")]
    [InlineData(400, -2013, "Order does not exist.")]
    [InlineData(400, -1021, "Timestamp for this request is outside of the recvWindow.")]
    [InlineData(400, -1022, "Signature for this request is not valid.")]
    [InlineData(400, -1102, "Param 'algoid' or 'clientalgoid' must be sent, but both were empty/null!")]
    [InlineData(401, -2014, "API-key format invalid.")]
    [InlineData(401, -2015, "Invalid API-key, IP, or permissions for action.")]
    [InlineData(400, -9999, "A code that is not known yet.")]
    [InlineData(418, -1003, "Way too many requests; IP banned until 1573000000000.")]
    [InlineData(429, -1003, "Too many requests.")]
    [InlineData(503, -1003, "Too many requests.")]
    [InlineData(503, -1008, "Request throttled by system-level protection.")]
    [InlineData(503, -1001, "Internal error; unable to process your request. Please try again.")]
    [InlineData(503, 0, "Service Unavailable.")]
    [InlineData(503, 0, "Internal error; unable to process your request. Please try again.")]
    public void These_error_codes_were_not_executed(int status, int code, string message) =>
        Assert.Equal(ExecutionStatus.NotExecuted, OfErrorResponse(status, new ApiError(code, message), body: null));

    [Theory]
    [InlineData(400, -1006, "An unexpected response was received from the message bus. Execution status unknown.")]
    [InlineData(400, -1007, "Timeout waiting for response from backend server. Send status unknown; execution status unknown.")]
    [InlineData(400, -1000, "An unknown error occurred while processing the request.")]
    [InlineData(400, 200, "success")]
    [InlineData(400, 0, "An error that Binance does not send.")]
    [InlineData(408, -1021, "Any error at all.")]
    [InlineData(500, -1001, "Internal error; unable to process your request. Please try again.")]
    [InlineData(500, -2011, "Unknown order sent.")]
    [InlineData(503, 0, "Unknown error, please check your request or try again later.")]
    [InlineData(503, -1001, "Unknown error, please check your request or try again later.")]
    [InlineData(503, -9999, "A text that is not known yet.")]
    public void These_error_codes_are_unknown(int status, int code, string message) =>
        Assert.Equal(ExecutionStatus.Unknown, OfErrorResponse(status, new ApiError(code, message), body: null));

    [Theory]
    [InlineData(403, Html)]
    [InlineData(403, null)]
    [InlineData(418, null)]
    [InlineData(429, Html)]
    [InlineData(503, "Service Unavailable.")]
    public void These_responses_without_an_error_code_were_not_executed(int status, string? body) =>
        Assert.Equal(ExecutionStatus.NotExecuted, OfErrorResponse(status, error: null, body));

    [Theory]
    [InlineData(100, null)]
    [InlineData(302, null)]
    [InlineData(400, Html)]
    [InlineData(404, null)]
    [InlineData(408, null)]
    [InlineData(500, null)]
    [InlineData(502, Html)]
    [InlineData(503, Html)]
    [InlineData(503, null)]
    [InlineData(504, null)]
    [InlineData(599, "Service Unavailable.")]
    public void These_responses_without_an_error_code_are_unknown(int status, string? body) =>
        Assert.Equal(ExecutionStatus.Unknown, OfErrorResponse(status, error: null, body));

    [Theory]
    [InlineData(0, ExecutionStatus.NotExecuted)]
    [InlineData(1, ExecutionStatus.Unknown)]
    [InlineData(2, ExecutionStatus.Unknown)]
    public void A_request_without_a_response_is_unknown_if_a_copy_may_have_been_executed(int copiesSent, ExecutionStatus execution) =>
        Assert.Equal(execution, ResponseRules.OfFailure(copiesSent));

    [Fact]
    public void Two_copies_of_one_message_are_unknown_when_the_last_one_was_rejected() =>
        Assert.Equal(ExecutionStatus.Unknown, ResponseRules.OfErrorResponse(HttpStatusCode.BadRequest, new ApiError(-2011, ""), body: null, timesSent: 2));

    private static ExecutionStatus OfErrorResponse(int status, ApiError? error, string? body) =>
        ResponseRules.OfErrorResponse((HttpStatusCode)status, error, body, timesSent: 1);
}
