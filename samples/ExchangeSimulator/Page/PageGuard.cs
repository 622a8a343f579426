using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Binance.AlgoOrders.Samples;

/// <summary>Keeps other sites in the same browser from reading the page and from sending commands to it.</summary>
internal static class PageGuard
{
    private const long MaxCommandBytes = 16 * 1024;

    public static void SetHeaders(HttpResponse response)
    {
        IHeaderDictionary headers = response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    public static PageError? Check(HttpRequest request)
    {
        if (!IsLoopback(request.Host.Host))
        {
            return new PageError(421, $"The host must be localhost or a loopback address, but was '{request.Host.Host}'.");
        }

        if (request.Path != "/" && !IsSameOrigin(request))
        {
            return new PageError(403, "The request must come from the simulator's own page.");
        }

        return HttpMethods.IsGet(request.Method) ? null : CheckCommand(request);
    }

    // Another name that resolves to loopback is rejected: the browser treats its page as the same origin.
    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));

    /// <summary>Browsers send the origin of a request. A client without these headers is not a browser.</summary>
    private static bool IsSameOrigin(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
        && (request.Headers.Origin.Count == 0 || request.Headers.Origin.ToString() == $"{request.Scheme}://{request.Host}");

    private static PageError? CheckCommand(HttpRequest request)
    {
        // Another site can send this content type only after a CORS preflight, which the page does not answer.
        if (!request.HasJsonContentType())
        {
            return new PageError(415, "The content type of a command must be application/json.");
        }

        request.HttpContext.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = MaxCommandBytes;
        return null;
    }
}
