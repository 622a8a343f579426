using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>Every fault that can be armed by its name alone, or by its name and a time.</summary>
internal static class FaultMenu
{
    public static IReadOnlyList<FaultChoice> All { get; } =
    [
        .. Group("The connection",
        [
            new(Fault.ExecuteThenDrop, "Executed; the connection is reset before the answer."),
            new(Fault.ExecuteThenClose, "Executed; the connection is closed in good order before the answer."),
            new(Fault.DropBeforeExecuting, "Not executed; the connection is reset. A client cannot tell it from ExecuteThenDrop."),
            new(Fault.CloseBeforeExecuting, "Not executed; the connection is closed in good order."),
            new(Fault.ConnectionRefused, "Not executed; here, through real sockets, the connection is reset."),
            new(Fault.DropInsideAnswer(executed: true), "Executed; the connection ends in the middle of the answer."),
            new(Fault.DropInsideAnswer(executed: false), "Not executed; half an acknowledgement arrives all the same."),
        ]),
        .. Group("Time",
        [
            new(Fault.DelayBeforeExecuting, "Held back, then judged and answered, even if the client waits no more."),
            new(Fault.DelayBeforeAnswering, "Executed at once; the answer is held back."),
            new(Fault.LateExecution, "The connection is reset now; the request is executed later all the same."),
        ]),
        .. Group("Limits",
        [
            new(static time => Fault.TooManyRequests429(time), "429 with a Retry-After; every request before its end is answered 418."),
            new(static time => Fault.Banned418(time), "418, banned; every request before the end is answered 418."),
        ]),
        .. Group("Surely not executed",
        [
            new(Fault.ServiceUnavailable503, "503 Service Unavailable."),
            new(Fault.InternalError503, "503 with code -1001."),
            new(Fault.Throttled1008, "503 with code -1008, the protection of the whole system."),
            new(Fault.Timestamp1021, "400 with code -1021, whatever the timestamp is."),
            new(Fault.HtmlForbidden403, "403 and an HTML page: a firewall before the exchange."),
        ]),
        .. Group("In doubt",
        [
            .. Both(Fault.UnknownError503, "503 Unknown error."),
            .. Both(Fault.Timeout1007, "408 with code -1007, execution status unknown."),
            .. Both(Fault.HtmlBadGateway502, "502 and an HTML page: a proxy got no answer."),
        ]),
        .. Group("Not what was asked for",
        [
            .. Both(Fault.Html200, "200 and an HTML page, as a captive portal sends it."),
            .. Both(Fault.EmptyBody, "200 without a body."),
            .. Both(Fault.TruncatedBody, "The answer without the second half of its JSON."),
            .. Both(Fault.WrongIdAcknowledgement, "200 and an acknowledgement of another order."),
            new(Fault.WrongContentType, "The right answer, labelled text/html."),
        ]),
    ];

    public static FaultChoice? Find(string name) => All.FirstOrDefault(choice => choice.Name == name);

    private static IEnumerable<FaultChoice> Group(string group, IEnumerable<FaultChoice> choices) => choices.Select(choice => choice with { Group = group });

    private static IEnumerable<FaultChoice> Both(Func<bool, Fault> fault, string description) =>
    [
        new(fault(true), $"{description} Executed."),
        new(fault(false), $"{description} Not executed."),
    ];
}
