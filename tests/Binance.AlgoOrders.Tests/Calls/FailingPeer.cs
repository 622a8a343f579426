using System.Net;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests.Wire;

namespace Binance.AlgoOrders.Tests.Calls;

/// <summary>A peer with which no call reaches its goal. Records when its requests arrive.</summary>
internal sealed class FailingPeer(string kind, ManualTimeProvider time) : HttpMessageHandler
{
    private readonly DateTimeOffset _start = time.GetUtcNow();
    private readonly List<(TimeSpan At, string Path)> _arrivals = [];

    public static string[] Kinds => ["silent", "503", "-1007", "-1021", "-2015", "unknown order", "open order", "budget"];

    /// <summary>The arrivals, measured from the start.</summary>
    public IReadOnlyList<(TimeSpan At, string Path)> Arrivals => _arrivals;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string path = request.RequestUri!.AbsolutePath;
        _arrivals.Add((time.GetUtcNow() - _start, path));
        if (Respond(request.Method, path) is { } response)
        {
            return response;
        }

        // A canceled delay would continue on another thread, while the virtual time goes on.
        var end = new TaskCompletionSource<HttpResponseMessage>();
        await using CancellationTokenRegistration cancellation = cancellationToken.Register(() => end.SetCanceled(cancellationToken));
        return await end.Task.ConfigureAwait(false);
    }

    private HttpResponseMessage? Respond(HttpMethod method, string path) => kind switch
    {
        _ when path.EndsWith("/time", StringComparison.Ordinal) => null,
        "503" => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { Content = new StringContent("Service Unavailable.") },
        "-1007" => Error(HttpStatusCode.RequestTimeout, "-1007", "Timeout waiting for response from backend server."),
        "-1021" => Error(HttpStatusCode.BadRequest, "-1021", "Timestamp for this request is outside of the recvWindow."),
        "-2015" => Error(HttpStatusCode.Unauthorized, "-2015", "Invalid API-key, IP, or permissions for action."),
        "unknown order" when method == HttpMethod.Delete => Error(HttpStatusCode.BadRequest, "-2011", "Unknown order sent."),
        "unknown order" => Error(HttpStatusCode.BadRequest, "-2013", "Order does not exist."),
        "open order" when path.EndsWith("/openAlgoOrders", StringComparison.Ordinal) => PrimaryHandlerStub.Json(HttpStatusCode.OK, $"[{Order}]"),
        "open order" when method == HttpMethod.Get => PrimaryHandlerStub.Json(HttpStatusCode.OK, Order),
        _ => null,
    };

    private const string Order = """{"algoId":7,"clientAlgoId":"stop","symbol":"BTCUSDT","algoStatus":"NEW","createTime":1772452800000}""";

    private static HttpResponseMessage Error(HttpStatusCode status, string code, string text) =>
        PrimaryHandlerStub.Json(status, $$"""{"code":{{code}},"msg":"{{text}}"}""");
}
