using System.Text;
using Binance.AlgoOrders.Testing.Internal.Endpoints;
using Binance.AlgoOrders.Testing.Internal.Limits;
using Binance.AlgoOrders.Testing.Internal.Processing;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing;

public sealed partial class Fault
{
    private const string FirewallPage = "<html><head><title>403 Forbidden</title></head><body><h1>Forbidden</h1>Request blocked.</body></html>";
    private const string GatewayPage = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";
    private const string PortalPage = "<!DOCTYPE html><html><body>Please sign in to the network.</body></html>";

    /// <summary>Responds 503 "Service Unavailable.". The request is not executed.</summary>
    public static Fault ServiceUnavailable503 { get; } = RespondWithError(nameof(ServiceUnavailable503), 503, 503, "Service Unavailable.");

    /// <summary>Responds 503 with code -1001 "Internal error; unable to process your request. Please try again.". The request is not executed.</summary>
    public static Fault InternalError503 { get; } =
        RespondWithError(nameof(InternalError503), 503, -1001, "Internal error; unable to process your request. Please try again.");

    /// <summary>Responds 503 with code -1008, the system-level protection. The request is not executed.</summary>
    public static Fault Throttled1008 { get; } = RespondWithError(
        nameof(Throttled1008), 503, -1008, "Request throttled by system-level protection. Reduce-only/close-position orders are exempt. Please try again.");

    /// <summary>Responds 400 with code -1021, whatever the request's timestamp is. The request is not executed.</summary>
    public static Fault Timestamp1021 { get; } =
        RespondWithError(nameof(Timestamp1021), 400, -1021, "Timestamp for this request is outside of the recvWindow.");

    /// <summary>Responds 403 with an HTML page and without any header of the exchange, as a firewall does. The request is not executed.</summary>
    public static Fault HtmlForbidden403 { get; } = Immediate(nameof(HtmlForbidden403), static _ => Html(403, FirewallPage));

    /// <summary>Responds 502 with an HTML page, as a proxy does that got no response from the exchange.</summary>
    /// <param name="executed"><see langword="true"/> if the request takes effect.</param>
    public static Fault HtmlBadGateway502(bool executed) => RespondInstead(nameof(HtmlBadGateway502), executed, static _ => Html(502, GatewayPage));

    /// <summary>Responds 200 with an HTML page, as a captive portal does.</summary>
    /// <param name="executed"><see langword="true"/> if the request takes effect.</param>
    public static Fault Html200(bool executed) => RespondInstead(nameof(Html200), executed, static _ => Html(200, PortalPage));

    /// <summary>Responds 503 "Unknown error, please check your request or try again later.". The request may have been executed.</summary>
    /// <param name="executed"><see langword="true"/> if the request takes effect.</param>
    public static Fault UnknownError503(bool executed) => RespondInstead(nameof(UnknownError503), executed, static request =>
        request.Respond(503, ResponseJson.Message(503, "Unknown error, please check your request or try again later.")));

    /// <summary>Responds 408 with code -1007. The request may have been executed.</summary>
    /// <param name="executed"><see langword="true"/> if the request takes effect.</param>
    public static Fault Timeout1007(bool executed) => RespondInstead(nameof(Timeout1007), executed, static request => request.Respond(
        408, ResponseJson.Message(-1007, "Timeout waiting for response from backend server. Send status unknown; execution status unknown.")));

    /// <summary>Responds 200 without a body.</summary>
    /// <param name="executed"><see langword="true"/> if the request takes effect.</param>
    public static Fault EmptyBody(bool executed) => RespondInstead(nameof(EmptyBody), executed, static request => request.Respond(200, default));

    /// <summary>Sends the response without the second half of its JSON, as a complete HTTP message.</summary>
    /// <param name="executed">
    /// <see langword="true"/> if the request takes effect. If not, the response is the acknowledgement of an order that does not exist.
    /// </param>
    public static Fault TruncatedBody(bool executed) => ReplaceResponse(NameOf(nameof(TruncatedBody), executed), executed, static response =>
        new SimulatedResponse(response.StatusCode, response.Headers, response.Body[..(response.Body.Length / 2)]));

    /// <summary>Executes the request and sends its response with the content type <c>text/html</c>.</summary>
    public static Fault WrongContentType { get; } = ReplaceResponse(nameof(WrongContentType), executed: true, static response =>
        new SimulatedResponse(response.StatusCode, [new("Content-Type", "text/html"), .. response.Headers.Skip(1)], response.Body));

    /// <summary>Responds 200 with the acknowledgement of another order than the requested one. To a POST it responds with that order as placed.</summary>
    /// <param name="executed"><see langword="true"/> if the request takes effect.</param>
    public static Fault WrongIdAcknowledgement(bool executed) => RespondInstead(nameof(WrongIdAcknowledgement), executed, static request =>
        request.RespondToPhantom("an-order-that-was-not-requested"));

    /// <summary>Responds 429 with code -1003. With a <c>Retry-After</c>, every request before its end gets a 418 and is counted.</summary>
    /// <param name="retryAfter">The duration, rounded up to whole seconds.</param>
    /// <param name="format">The format of the header. Without a header, the response announces no end.</param>
    public static Fault TooManyRequests429(TimeSpan retryAfter, RetryAfterFormat format = RetryAfterFormat.Seconds) => RateLimited(
        nameof(TooManyRequests429),
        429,
        retryAfter,
        format,
        isBanned: format != RetryAfterFormat.None,
        static _ => "Too many requests; please use the websocket for live updates to avoid polling the API.");

    /// <summary>
    /// Responds 418 with code -1003 "Way too many requests; IP banned until (Unix milliseconds).". Every request before that time gets a 418 and is
    /// counted.
    /// </summary>
    /// <param name="retryAfter">The duration of the ban. With a header, it is rounded up to whole seconds.</param>
    /// <param name="format">The format of the header. The message contains the end of the ban in any case.</param>
    public static Fault Banned418(TimeSpan retryAfter, RetryAfterFormat format = RetryAfterFormat.Seconds) =>
        RateLimited(nameof(Banned418), 418, retryAfter, format, isBanned: true, static notice => notice.Message);

    /// <summary>
    /// Cancels only some of the open orders of a cancel of all orders, the oldest first, and responds 400 with code -2012. Any other request is executed
    /// as always.
    /// </summary>
    /// <param name="canceled">The number of orders that are canceled, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="canceled"/> is negative.</exception>
    public static Fault CancelAllFailed2012(int canceled)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(canceled);
        return Immediate(nameof(CancelAllFailed2012), request => request.Execute(new Deviation { MaxCanceled = canceled }));
    }

    /// <summary>Lists the open orders of all symbols, whatever symbol was requested. Any other request is executed as always.</summary>
    public static Fault ListAllSymbols { get; } =
        Immediate(nameof(ListAllSymbols), static request => request.Execute(new Deviation { IgnoresSymbol = true }));

    /// <summary>Sends any response.</summary>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="body">The content, sent as UTF-8.</param>
    /// <param name="executed"><see langword="true"/> if the request takes effect.</param>
    /// <param name="contentType">The header <c>Content-Type</c>.</param>
    public static Fault Respond(int statusCode, string body, bool executed, string contentType = "application/json") =>
        RespondInstead($"{nameof(Respond)} {statusCode}", executed, _ => Content(statusCode, body, contentType));

    private static Fault RespondInstead(string name, bool executed, Func<ReceivedRequest, SimulatedResponse> respond) =>
        Instead(NameOf(name, executed), executed, respond);

    private static string NameOf(string name, bool executed) => executed ? $"{name}(executed)" : $"{name}(not executed)";

    private static Fault RespondWithError(string name, int statusCode, int errorCode, string message) =>
        Immediate(name, request => request.Respond(statusCode, ResponseJson.Message(errorCode, message)));

    private static Fault ReplaceResponse(string name, bool executed, Func<SimulatedResponse, SimulatedResponse> replace) => Immediate(name, request =>
    {
        if (executed)
        {
            return replace(request.Execute());
        }

        return replace(request.RespondToPhantom("an-order-that-does-not-exist"));
    });

    private static Fault RateLimited(
        string name, int statusCode, TimeSpan retryAfter, RetryAfterFormat format, bool isBanned, Func<BanNotice, string> message) =>
        Delayed(name, retryAfter, request =>
        {
            DateTimeOffset now = request.Now;
            var notice = BanNotice.Create(now + retryAfter, now, format);
            if (isBanned)
            {
                request.Ban(notice.Until);
            }

            return Task.FromResult(request.Respond(statusCode, ResponseJson.Message(-1003, message(notice)), notice.Headers));
        });

    private static SimulatedResponse Html(int statusCode, string page) => Content(statusCode, page, "text/html");

    private static SimulatedResponse Content(int statusCode, string body, string contentType) =>
        new(statusCode, [new("Content-Type", contentType)], Encoding.UTF8.GetBytes(body));
}
