using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class FaultTests
{
    private readonly TestExchange _test = new();
    private readonly SimulatedOrder _order;

    public FaultTests() => _order = _test.Account.Place();

    public static TheoryData<string, bool, SimulatedConnection> Connections => new()
    {
        { nameof(Fault.ExecuteThenDrop), true, SimulatedConnection.Reset },
        { nameof(Fault.ExecuteThenClose), true, SimulatedConnection.Closed },
        { nameof(Fault.DropBeforeExecuting), false, SimulatedConnection.Reset },
        { nameof(Fault.CloseBeforeExecuting), false, SimulatedConnection.Closed },
        { nameof(Fault.ConnectionRefused), false, SimulatedConnection.Refused },
    };

    [Theory]
    [MemberData(nameof(Connections))]
    public async Task A_lost_connection_hides_whether_the_request_was_executed(string fault, bool executed, SimulatedConnection connection)
    {
        SimulatedAnswer answer = await CancelDuringAsync(Named(fault));

        Assert.Equal((connection, true, executed), (answer.Connection, answer.IsDropped, IsCanceled));
    }

    [Theory]
    [InlineData(nameof(Fault.ServiceUnavailable503), 503, """{"code":503,"msg":"Service Unavailable."}""")]
    [InlineData(nameof(Fault.InternalError503), 503, """{"code":-1001,"msg":"Internal error; unable to process your request. Please try again."}""")]
    [InlineData(nameof(Fault.Throttled1008), 503, """{"code":-1008,"msg":"Request throttled by system-level protection. Reduce-only/close-position orders are exempt. Please try again."}""")]
    [InlineData(nameof(Fault.Timestamp1021), 400, """{"code":-1021,"msg":"Timestamp for this request is outside of the recvWindow."}""")]
    public async Task A_refusal_means_that_nothing_was_executed(string fault, int statusCode, string body)
    {
        SimulatedAnswer answer = await CancelDuringAsync(Named(fault));

        Assert.Equal((statusCode, body, false), (answer.StatusCode, answer.BodyText, IsCanceled));
    }

    [Theory]
    [InlineData(nameof(Fault.UnknownError503), 503, "Unknown error, please check your request or try again later.")]
    [InlineData(nameof(Fault.Timeout1007), 408, "-1007")]
    [InlineData(nameof(Fault.HtmlBadGateway502), 502, "<html>")]
    [InlineData(nameof(Fault.Html200), 200, "<html>")]
    [InlineData(nameof(Fault.WrongIdAcknowledgement), 200, "an-order-nobody-asked-for")]
    [InlineData(nameof(Fault.TruncatedBody), 200, "{\"algoId\":")]
    [InlineData(nameof(Fault.DropInsideAnswer), 200, "{\"algoId\":")]
    [InlineData(nameof(Fault.EmptyBody), 200, "")]
    public async Task An_answer_that_leaves_it_open_comes_executed_and_not(string fault, int statusCode, string part)
    {
        SimulatedAnswer notExecuted = await CancelDuringAsync(Named(fault, executed: false));
        Assert.False(IsCanceled);
        SimulatedAnswer executed = await CancelDuringAsync(Named(fault, executed: true));
        Assert.True(IsCanceled);

        Assert.Equal((statusCode, statusCode), (notExecuted.StatusCode, executed.StatusCode));
        Assert.Contains(part, notExecuted.BodyText, StringComparison.Ordinal);
        Assert.Contains(part, executed.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_body_is_empty() => Assert.Empty((await CancelDuringAsync(Fault.EmptyBody(executed: true))).Body.ToArray());

    [Fact]
    public async Task A_truncated_body_lacks_its_end() =>
        Assert.DoesNotContain("}", (await CancelDuringAsync(Fault.TruncatedBody(executed: true))).BodyText, StringComparison.Ordinal);

    [Fact]
    public async Task A_body_that_breaks_off_is_announced_as_a_whole() =>
        Assert.Equal(SimulatedConnection.BrokenInsideBody, (await CancelDuringAsync(Fault.DropInsideAnswer(executed: true))).Connection);

    [Fact]
    public async Task A_firewall_answers_with_a_page_and_executes_nothing()
    {
        SimulatedAnswer answer = await CancelDuringAsync(Fault.HtmlForbidden403);

        Assert.Equal((403, "text/html", false), (answer.StatusCode, ContentType(answer), IsCanceled));
    }

    [Fact]
    public async Task The_right_answer_can_come_with_the_wrong_label()
    {
        SimulatedAnswer answer = await CancelDuringAsync(Fault.WrongContentType);

        Assert.Equal((200, "text/html", true), (answer.StatusCode, ContentType(answer), IsCanceled));
    }

    [Fact]
    public async Task Any_answer_can_be_scripted()
    {
        SimulatedAnswer answer = await CancelDuringAsync(Fault.Answer(599, "what?", executed: true, "text/plain"));

        Assert.Equal((599, "what?", "text/plain", true), (answer.StatusCode, answer.BodyText, ContentType(answer), IsCanceled));
    }

    [Fact]
    public async Task The_market_can_move_while_a_cancel_is_under_way()
    {
        SimulatedAnswer answer = await CancelDuringAsync(Fault.BeforeExecuting(() => _order.Trigger()));

        Assert.Equal((400, SimulatedOrderStatus.Triggered), (answer.StatusCode, _order.Status));
    }

    private bool IsCanceled => _order.Status == SimulatedOrderStatus.Canceled;

    private static string ContentType(SimulatedAnswer answer) =>
        answer.Headers.Single(header => string.Equals(header.Key, "Content-Type", StringComparison.Ordinal)).Value;

    private static Fault Named(string name) => (Fault)typeof(Fault).GetProperty(name)!.GetValue(null)!;

    private static Fault Named(string name, bool executed) => (Fault)typeof(Fault).GetMethod(name)!.Invoke(null, [executed])!;

    private Task<SimulatedAnswer> CancelDuringAsync(Fault fault)
    {
        _test.Exchange.Faults.Next(fault);
        return _test.CancelAsync(_order);
    }
}
