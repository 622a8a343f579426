using System.Net;
using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders.Tests.Internal.Transport;

/// <summary>What every kind of answer means for execution, row by row.</summary>
public class AttemptClassifierTests
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
    [InlineData(400, -9999, "A code that nobody knows yet.")]
    [InlineData(418, -1003, "Way too many requests; IP banned until 1573000000000.")]
    [InlineData(429, -1003, "Too many requests.")]
    [InlineData(503, -1003, "Too many requests.")]
    [InlineData(503, -1008, "Request throttled by system-level protection.")]
    [InlineData(503, -1001, "Internal error; unable to process your request. Please try again.")]
    [InlineData(503, 0, "Service Unavailable.")]
    [InlineData(503, 0, "Internal error; unable to process your request. Please try again.")]
    public void These_errors_were_not_executed(int status, int code, string message) =>
        Assert.Equal(AttemptVerdict.NotExecuted, OfRefusal(status, new ApiError(code, message), body: null));

    [Theory]
    [InlineData(400, -1006, "An unexpected response was received from the message bus. Execution status unknown.")]
    [InlineData(400, -1007, "Timeout waiting for response from backend server. Send status unknown; execution status unknown.")]
    [InlineData(400, -1000, "An unknown error occurred while processing the request.")]
    [InlineData(400, 200, "success")]
    [InlineData(400, 0, "An error that is none of Binance's.")]
    [InlineData(408, -1021, "Any error at all.")]
    [InlineData(500, -1001, "Internal error; unable to process your request. Please try again.")]
    [InlineData(500, -2011, "Unknown order sent.")]
    [InlineData(503, 0, "Unknown error, please check your request or try again later.")]
    [InlineData(503, -1001, "Unknown error, please check your request or try again later.")]
    [InlineData(503, -9999, "A text that nobody knows yet.")]
    public void These_errors_are_in_doubt(int status, int code, string message) =>
        Assert.Equal(AttemptVerdict.InDoubt, OfRefusal(status, new ApiError(code, message), body: null));

    [Theory]
    [InlineData(403, Html)]
    [InlineData(403, null)]
    [InlineData(418, null)]
    [InlineData(429, Html)]
    [InlineData(503, "Service Unavailable.")]
    public void These_answers_without_an_error_of_Binance_were_not_executed(int status, string? body) =>
        Assert.Equal(AttemptVerdict.NotExecuted, OfRefusal(status, error: null, body));

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
    public void These_answers_without_an_error_of_Binance_are_in_doubt(int status, string? body) =>
        Assert.Equal(AttemptVerdict.InDoubt, OfRefusal(status, error: null, body));

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    [InlineData(HttpRequestError.ProxyTunnelError)]
    public void Without_a_connection_nothing_was_executed(HttpRequestError error) =>
        Assert.Equal(AttemptVerdict.NotExecuted, AttemptClassifier.OfFailure(new HttpRequestException(error), sends: 1));

    [Theory]
    [InlineData(HttpRequestError.ResponseEnded)]
    [InlineData(HttpRequestError.InvalidResponse)]
    [InlineData(HttpRequestError.HttpProtocolError)]
    [InlineData(HttpRequestError.Unknown)]
    public void A_connection_that_was_lost_leaves_it_in_doubt(HttpRequestError error) =>
        Assert.Equal(AttemptVerdict.InDoubt, AttemptClassifier.OfFailure(new HttpRequestException(error), sends: 1));

    [Fact]
    public void A_timeout_leaves_it_in_doubt() =>
        Assert.Equal(AttemptVerdict.InDoubt, AttemptClassifier.OfFailure(new TaskCanceledException(), sends: 1));

    [Fact]
    public void What_was_never_given_to_the_network_was_not_executed() =>
        Assert.Equal(AttemptVerdict.NotExecuted, AttemptClassifier.OfFailure(new TaskCanceledException(), sends: 0));

    [Fact]
    public void After_two_sends_of_one_message_no_refusal_and_no_failure_says_what_became_of_the_first()
    {
        Assert.Equal(AttemptVerdict.InDoubt, AttemptClassifier.OfRefusal(HttpStatusCode.BadRequest, new ApiError(-2011, ""), body: null, sends: 2));
        Assert.Equal(AttemptVerdict.InDoubt, AttemptClassifier.OfFailure(new HttpRequestException(HttpRequestError.ConnectionError), sends: 2));
    }

    private static AttemptVerdict OfRefusal(int status, ApiError? error, string? body) =>
        AttemptClassifier.OfRefusal((HttpStatusCode)status, error, body, sends: 1);
}
