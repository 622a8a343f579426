using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class FaultTests
{
    private readonly TestExchange _test = new();
    private readonly SimulatedOrder _order;

    public FaultTests() => _order = _test.Account.Place();

    public static TheoryData<string, bool, ConnectionOutcome> Connections => new()
    {
        { nameof(Fault.ExecuteThenDrop), true, ConnectionOutcome.Reset },
        { nameof(Fault.ExecuteThenClose), true, ConnectionOutcome.Closed },
        { nameof(Fault.DropBeforeExecuting), false, ConnectionOutcome.Reset },
        { nameof(Fault.CloseBeforeExecuting), false, ConnectionOutcome.Closed },
        { nameof(Fault.ConnectionRefused), false, ConnectionOutcome.Refused },
    };

    [Theory]
    [MemberData(nameof(Connections))]
    public async Task A_lost_connection_hides_whether_the_request_was_executed(string fault, bool executed, ConnectionOutcome connection)
    {
        SimulatedResponse response = await CancelDuringAsync(Named(fault));

        Assert.Equal((connection, true, executed), (response.Connection, response.IsDropped, IsCanceled));
    }

    [Theory]
    [InlineData(nameof(Fault.ServiceUnavailable503), 503, """{"code":503,"msg":"Service Unavailable."}""")]
    [InlineData(nameof(Fault.InternalError503), 503, """{"code":-1001,"msg":"Internal error; unable to process your request. Please try again."}""")]
    [InlineData(nameof(Fault.Throttled1008), 503, """{"code":-1008,"msg":"Request throttled by system-level protection. Reduce-only/close-position orders are exempt. Please try again."}""")]
    [InlineData(nameof(Fault.Timestamp1021), 400, """{"code":-1021,"msg":"Timestamp for this request is outside of the recvWindow."}""")]
    public async Task A_rejected_request_is_not_executed(string fault, int statusCode, string body)
    {
        SimulatedResponse response = await CancelDuringAsync(Named(fault));

        Assert.Equal((statusCode, body, false), (response.StatusCode, response.BodyText, IsCanceled));
    }

    [Theory]
    [InlineData(nameof(Fault.UnknownError503), 503, "Unknown error, please check your request or try again later.")]
    [InlineData(nameof(Fault.Timeout1007), 408, "-1007")]
    [InlineData(nameof(Fault.HtmlBadGateway502), 502, "<html>")]
    [InlineData(nameof(Fault.Html200), 200, "<html>")]
    [InlineData(nameof(Fault.WrongIdAcknowledgement), 200, "an-order-that-was-not-requested")]
    [InlineData(nameof(Fault.TruncatedBody), 200, "{\"algoId\":")]
    [InlineData(nameof(Fault.DropInsideResponse), 200, "{\"algoId\":")]
    [InlineData(nameof(Fault.EmptyBody), 200, "")]
    public async Task A_response_of_unknown_execution_comes_executed_and_not_executed(string fault, int statusCode, string part)
    {
        SimulatedResponse notExecuted = await CancelDuringAsync(Named(fault, executed: false));
        Assert.False(IsCanceled);
        SimulatedResponse executed = await CancelDuringAsync(Named(fault, executed: true));
        Assert.True(IsCanceled);

        Assert.Equal((statusCode, statusCode), (notExecuted.StatusCode, executed.StatusCode));
        Assert.Contains(part, notExecuted.BodyText, StringComparison.Ordinal);
        Assert.Contains(part, executed.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_body_is_empty() => Assert.Empty((await CancelDuringAsync(Fault.EmptyBody(executed: true))).Body.ToArray());

    [Fact]
    public async Task A_truncated_body_has_no_end() =>
        Assert.DoesNotContain("}", (await CancelDuringAsync(Fault.TruncatedBody(executed: true))).BodyText, StringComparison.Ordinal);

    [Fact]
    public async Task A_body_that_breaks_off_announces_its_full_length() =>
        Assert.Equal(ConnectionOutcome.BrokenInsideBody, (await CancelDuringAsync(Fault.DropInsideResponse(executed: true))).Connection);

    [Fact]
    public async Task A_firewall_responds_with_a_page_and_nothing_is_executed()
    {
        SimulatedResponse response = await CancelDuringAsync(Fault.HtmlForbidden403);

        Assert.Equal((403, "text/html", false), (response.StatusCode, ContentType(response), IsCanceled));
    }

    [Fact]
    public async Task A_correct_response_can_have_the_wrong_content_type()
    {
        SimulatedResponse response = await CancelDuringAsync(Fault.WrongContentType);

        Assert.Equal((200, "text/html", true), (response.StatusCode, ContentType(response), IsCanceled));
    }

    [Fact]
    public async Task Any_response_can_be_scripted()
    {
        SimulatedResponse response = await CancelDuringAsync(Fault.Respond(599, "what?", executed: true, "text/plain"));

        Assert.Equal((599, "what?", "text/plain", true), (response.StatusCode, response.BodyText, ContentType(response), IsCanceled));
    }

    [Fact]
    public async Task The_market_can_move_during_a_cancel()
    {
        SimulatedResponse response = await CancelDuringAsync(Fault.BeforeExecuting(() => _order.Trigger()));

        Assert.Equal((400, SimulatedOrderStatus.Triggered), (response.StatusCode, _order.Status));
    }

    private bool IsCanceled => _order.Status == SimulatedOrderStatus.Canceled;

    private static string? ContentType(SimulatedResponse response) => TestExchange.Header(response, "Content-Type");

    private static Fault Named(string name) => (Fault)typeof(Fault).GetProperty(name)!.GetValue(null)!;

    private static Fault Named(string name, bool executed) => (Fault)typeof(Fault).GetMethod(name)!.Invoke(null, [executed])!;

    private Task<SimulatedResponse> CancelDuringAsync(Fault fault)
    {
        _test.Exchange.Faults.Next(fault);
        return _test.CancelAsync(_order);
    }
}
