using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Binance.AlgoOrders.Samples;

/// <summary>Keeps other sites, open in the same browser, from reading the page or giving commands in its name.</summary>
internal static class PageGuard
{
    private const long LargestCommand = 16 * 1024;

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

    public static PageRefusal? Check(HttpRequest request) =>
        !IsLoopback(request.Host.Host) ? new PageRefusal(421, "The simulator is reached by a name of this machine only.")
        : request.Path != "/" && !IsSameOrigin(request) ? new PageRefusal(403, "Another site has no business here.")
        : HttpMethods.IsGet(request.Method) ? null
        : CheckCommand(request);

    // A name of somebody else's that resolves to loopback is a name all the same: the browser would take both for one origin.
    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));

    /// <summary>Browsers say where a request comes from; what says nothing is no browser.</summary>
    private static bool IsSameOrigin(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
        && (request.Headers.Origin.Count == 0 || request.Headers.Origin.ToString() == $"{request.Scheme}://{request.Host}");

    private static PageRefusal? CheckCommand(HttpRequest request)
    {
        // A form of another site can send this type only after asking, and is not answered.
        if (!request.HasJsonContentType())
        {
            return new PageRefusal(415, "A command is application/json.");
        }

        request.HttpContext.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = LargestCommand;
        return null;
    }
}
