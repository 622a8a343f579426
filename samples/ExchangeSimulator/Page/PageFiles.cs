using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Binance.AlgoOrders.Samples;

/// <summary>Serves the page's files, which are resources of the program.</summary>
internal static class PageFiles
{
    private static readonly Assembly Program = typeof(PageFiles).Assembly;

    /// <summary>The paths of the files: the page itself at the root, the others beside its commands.</summary>
    public static IEnumerable<KeyValuePair<string, Func<HttpContext, Task>>> Routes => Program.GetManifestResourceNames()
        .Select(name => KeyValuePair.Create<string, Func<HttpContext, Task>>(PathOf(name), http => SendAsync(http, name)));

    private static string PathOf(string name) => name == "index.html" ? "/" : $"/simulator/{name}";

    private static async Task SendAsync(HttpContext http, string name)
    {
        http.Response.ContentType = Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            string other => throw new InvalidOperationException($"The page has no content type for files with the extension '{other}'."),
        };
        await using Stream file = Program.GetManifestResourceStream(name)!;
        await file.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}
