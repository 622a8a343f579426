using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>Lists every fault that can be armed by its name, or by its name and a duration.</summary>
internal static class FaultMenu
{
    public static IReadOnlyList<FaultChoice> All { get; } =
    [
        .. Group("Connection",
        [
            new(Fault.ExecuteThenDrop, "Executed. The connection is reset before the response."),
            new(Fault.ExecuteThenClose, "Executed. The connection is closed gracefully before the response."),
            new(Fault.DropBeforeExecuting, "Not executed. The connection is reset. A client cannot tell it from ExecuteThenDrop."),
            new(Fault.CloseBeforeExecuting, "Not executed. The connection is closed gracefully."),
            new(Fault.ConnectionRefused, "Not executed. Over real sockets the connection is reset instead."),
            new(Fault.DropInsideResponse(executed: true), "Executed. The connection ends in the middle of the response."),
            new(Fault.DropInsideResponse(executed: false), "Not executed. Half an acknowledgement arrives all the same."),
        ]),
        .. Group("Time",
        [
            new(Fault.DelayBeforeExecuting, "Delayed, then processed, even if the client has stopped waiting."),
            new(Fault.DelayBeforeResponding, "Executed at once. The response is delayed."),
            new(Fault.LateExecution, "The connection is reset now. The request is executed later all the same."),
            new(Fault.ExecuteTwice, "Executed at once, and a copy later."),
        ]),
        .. Group("Limits",
        [
            new(static time => Fault.TooManyRequests429(time), "429 with a Retry-After. Every request before its end gets a 418."),
            new(static time => Fault.Banned418(time), "418, banned. Every request before its end gets a 418."),
        ]),
        .. Group("Not executed",
        [
            new(Fault.ServiceUnavailable503, "503 Service Unavailable."),
            new(Fault.InternalError503, "503 with code -1001."),
            new(Fault.Throttled1008, "503 with code -1008, system overload protection."),
            new(Fault.Timestamp1021, "400 with code -1021, for any timestamp."),
            new(Fault.HtmlForbidden403, "403 and an HTML page from a firewall before the exchange."),
        ]),
        .. Group("Execution unknown",
        [
            .. Both(Fault.UnknownError503, "503 Unknown error."),
            .. Both(Fault.Timeout1007, "408 with code -1007, execution status unknown."),
            .. Both(Fault.HtmlBadGateway502, "502 and an HTML page from a proxy that got no response."),
        ]),
        .. Group("Unexpected response",
        [
            .. Both(Fault.Html200, "200 and an HTML page, such as from a captive portal."),
            .. Both(Fault.EmptyBody, "200 without a body."),
            .. Both(Fault.TruncatedBody, "The response without the second half of its JSON."),
            .. Both(Fault.WrongIdAcknowledgement, "200 and an acknowledgement of another order."),
            new(Fault.CancelAllFailed2012(canceled: 1), "400 with code -2012, after one of the orders was canceled."),
            new(Fault.ListAllSymbols, "A list of open orders with the orders of all symbols."),
            new(Fault.WrongContentType, "The right response, labelled text/html."),
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
