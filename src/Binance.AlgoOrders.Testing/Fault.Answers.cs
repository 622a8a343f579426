using System.Text;
using Binance.AlgoOrders.Testing.Internal;
using Binance.AlgoOrders.Testing.Internal.Faults;

namespace Binance.AlgoOrders.Testing;

public sealed partial class Fault
{
    private const string FirewallPage = "<html><head><title>403 Forbidden</title></head><body><h1>Forbidden</h1>Request blocked.</body></html>";
    private const string GatewayPage = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";
    private const string PortalPage = "<!DOCTYPE html><html><body>Please sign in to the network.</body></html>";

    /// <summary>503 "Service Unavailable.": surely not executed.</summary>
    public static Fault ServiceUnavailable503 { get; } = Refused(nameof(ServiceUnavailable503), 503, 503, "Service Unavailable.");

    /// <summary>503 with code -1001 "Internal error; unable to process your request. Please try again.": surely not executed.</summary>
    public static Fault InternalError503 { get; } =
        Refused(nameof(InternalError503), 503, -1001, "Internal error; unable to process your request. Please try again.");

    /// <summary>503 with code -1008, the protection of the whole system: surely not executed.</summary>
    public static Fault Throttled1008 { get; } = Refused(
        nameof(Throttled1008), 503, -1008, "Request throttled by system-level protection. Reduce-only/close-position orders are exempt. Please try again.");

    /// <summary>400 with code -1021, whatever the request's timestamp is.</summary>
    public static Fault Timestamp1021 { get; } = Refused(nameof(Timestamp1021), 400, -1021, "Timestamp for this request is outside of the recvWindow.");

    /// <summary>403 and an HTML page, without any header of the exchange: a firewall before it.</summary>
    public static Fault HtmlForbidden403 { get; } = AtOnce(nameof(HtmlForbidden403), static _ => Page(403, FirewallPage));

    /// <summary>502 and an HTML page: a proxy before the exchange got no answer from it.</summary>
    /// <param name="executed">Whether the request takes effect.</param>
    public static Fault HtmlBadGateway502(bool executed) => Instead(nameof(HtmlBadGateway502), executed, static _ => Page(502, GatewayPage));

    /// <summary>200 and an HTML page, as a captive portal sends it.</summary>
    /// <param name="executed">Whether the request takes effect.</param>
    public static Fault Html200(bool executed) => Instead(nameof(Html200), executed, static _ => Page(200, PortalPage));

    /// <summary>503 "Unknown error, please check your request or try again later.": may or may not have been executed.</summary>
    /// <param name="executed">Whether the request takes effect.</param>
    public static Fault UnknownError503(bool executed) => Instead(nameof(UnknownError503), executed, static request =>
        request.Answer(503, AnswerJson.Message(503, "Unknown error, please check your request or try again later.")));

    /// <summary>408 with code -1007, the execution status being unknown.</summary>
    /// <param name="executed">Whether the request takes effect.</param>
    public static Fault Timeout1007(bool executed) => Instead(nameof(Timeout1007), executed, static request => request.Answer(
        408, AnswerJson.Message(-1007, "Timeout waiting for response from backend server. Send status unknown; execution status unknown.")));

    /// <summary>200 without a body.</summary>
    /// <param name="executed">Whether the request takes effect.</param>
    public static Fault EmptyBody(bool executed) => Instead(nameof(EmptyBody), executed, static request => request.Answer(200, default));

    /// <summary>The answer with the second half of its JSON missing, as a complete HTTP message.</summary>
    /// <param name="executed">Whether the request takes effect; if not, it is the acknowledgement of an imaginary order that is cut.</param>
    public static Fault TruncatedBody(bool executed) => ReplaceAnswer(nameof(TruncatedBody), executed, static answer =>
        new SimulatedAnswer(answer.StatusCode, answer.Headers, answer.Body[..(answer.Body.Length / 2)]));

    /// <summary>The right answer, labelled <c>text/html</c>.</summary>
    public static Fault WrongContentType { get; } = ReplaceAnswer(nameof(WrongContentType), executed: true, static answer =>
        new SimulatedAnswer(answer.StatusCode, [new("Content-Type", "text/html"), .. answer.Headers.Skip(1)], answer.Body));

    /// <summary>200 and an acknowledgement of an order that was not asked for; to a POST, that order as it was placed.</summary>
    /// <param name="executed">Whether the request takes effect.</param>
    public static Fault WrongIdAcknowledgement(bool executed) => Instead(nameof(WrongIdAcknowledgement), executed, static request =>
        request.AnswerImaginary("an-order-nobody-asked-for"));

    /// <summary>429 with code -1003. With a <c>Retry-After</c>, every request before its end is answered 418 and counted.</summary>
    /// <param name="retryAfter">Rounded up to whole seconds.</param>
    /// <param name="form">How it is said; without a header nothing is announced.</param>
    public static Fault TooManyRequests429(TimeSpan retryAfter, RetryAfterForm form = RetryAfterForm.Seconds) =>
        Silenced(nameof(TooManyRequests429), 429, retryAfter, form);

    /// <summary>
    /// 418 with code -1003 "Way too many requests; IP banned until (Unix milliseconds).". Every request before then is answered 418 and counted.
    /// </summary>
    /// <param name="retryAfter">How long the ban lasts; with a header, rounded up to whole seconds.</param>
    /// <param name="form">What the header says; the text names the end in any case.</param>
    public static Fault Banned418(TimeSpan retryAfter, RetryAfterForm form = RetryAfterForm.Seconds) =>
        Silenced(nameof(Banned418), 418, retryAfter, form);

    /// <summary>Any answer.</summary>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="body">The content, sent as UTF-8.</param>
    /// <param name="executed">Whether the request takes effect.</param>
    /// <param name="contentType">The header <c>Content-Type</c>.</param>
    public static Fault Answer(int statusCode, string body, bool executed, string contentType = "application/json") =>
        Instead($"{nameof(Answer)} {statusCode}", executed, _ => Text(statusCode, body, contentType));

    private static Fault Refused(string name, int statusCode, int errorCode, string message) =>
        AtOnce(name, request => request.Answer(statusCode, AnswerJson.Message(errorCode, message)));

    private static Fault ReplaceAnswer(string name, bool executed, Func<SimulatedAnswer, SimulatedAnswer> replace) =>
        AtOnce(name, request => replace(executed ? request.Execute() : request.AnswerImaginary("an-imaginary-order")));

    private static Fault Silenced(string name, int statusCode, TimeSpan retryAfter, RetryAfterForm form) => Later(name, retryAfter, request =>
    {
        DateTimeOffset now = request.Now;
        BanNotice notice = BanNotice.Of(now + retryAfter, now, form);
        if (statusCode == 418 || form != RetryAfterForm.None)
        {
            request.AnnounceBan(notice.Until);
        }

        string text = statusCode == 418 ? notice.Text : "Too many requests; please use the websocket for live updates to avoid polling the API.";
        return Task.FromResult(request.Answer(statusCode, AnswerJson.Message(-1003, text), notice.Headers));
    });

    private static SimulatedAnswer Page(int statusCode, string html) => Text(statusCode, html, "text/html");

    private static SimulatedAnswer Text(int statusCode, string body, string contentType) =>
        new(statusCode, [new("Content-Type", contentType)], Encoding.UTF8.GetBytes(body));
}
