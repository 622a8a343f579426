using System.Text.Json.Serialization.Metadata;
using Binance.AlgoOrders.Testing;
using Microsoft.AspNetCore.Http;

namespace Binance.AlgoOrders.Samples;

/// <summary>
/// The page of one account at <c>/</c>. Its state and its commands are JSON below <c>/simulator/</c> and <c>/__sim/</c>, paths that Binance does
/// not have.
/// Every other request goes to the exchange.
/// </summary>
public sealed class SimulatorPage
{
    // The commands that a program sends, as a test in another language does.
    private const string ControlPath = "/__sim/";

    private readonly Dictionary<(string Method, string Path), Func<HttpContext, Task>> _routes;

    /// <summary>Creates a page for one account of an exchange.</summary>
    /// <param name="exchange">The exchange that the page shows and controls.</param>
    /// <param name="account">The account whose orders are shown and for which the page places orders.</param>
    public SimulatorPage(SimulatedExchange exchange, SimulatedAccount account)
    {
        var view = new StateView(exchange, account);
        var commands = new PageCommands(exchange, account);
        _routes = new()
        {
            [("GET", "/simulator/state")] = http => WriteAsync(http, view.Now(AddressOf(http.Request)), PageJson.Default.PageState),
            [("GET", "/simulator/faults")] = http => WriteAsync(http, FaultMenu.All, PageJson.Default.IReadOnlyListFaultChoice),
            [("POST", "/simulator/orders")] = http => ExecuteAsync(http, commands.Place),
            [("POST", ControlPath + "price")] = http => ExecuteAsync(http, commands.SetPrice),
            [("POST", "/simulator/steps")] = http => ExecuteAsync(http, commands.Step),
            [("POST", "/simulator/faults")] = http => ExecuteAsync(http, commands.Arm),
            [("DELETE", "/simulator/faults")] = http =>
            {
                exchange.Faults.Clear();
                return RespondAsync(http);
            },
        };
        foreach ((string path, Func<HttpContext, Task> serve) in PageFiles.Routes)
        {
            _routes.Add(("GET", path), serve);
        }
    }

    /// <summary>Serves the requests of the page and passes every other request on.</summary>
    /// <param name="http">The request.</param>
    /// <param name="next">The handler of all other requests.</param>
    public Task ServeAsync(HttpContext http, RequestDelegate next)
    {
        string path = http.Request.Path.Value ?? "";
        if (path != "/" && !path.StartsWith("/simulator/", StringComparison.Ordinal) && !path.StartsWith(ControlPath, StringComparison.Ordinal))
        {
            return next(http);
        }

        PageGuard.SetHeaders(http.Response);
        if (PageGuard.Check(http.Request) is { } error)
        {
            return RespondAsync(http, error);
        }

        return _routes.TryGetValue((http.Request.Method, path), out Func<HttpContext, Task>? serve)
            ? serve(http)
            : RespondAsync(http, new PageError(404, $"The simulator has no {http.Request.Method} {path}."));
    }

    private static async Task ExecuteAsync(HttpContext http, Func<CommandFields, PageError?> execute)
    {
        PageError? error;
        try
        {
            error = execute(await CommandFields.ReadAsync(http.Request.Body, http.RequestAborted));
        }
        catch (InvalidCommandException invalid)
        {
            error = new PageError(400, invalid.Message, invalid.Member);
        }
        catch (BadHttpRequestException unreadable)
        {
            error = new PageError(unreadable.StatusCode, unreadable.Message);
        }

        await RespondAsync(http, error);
    }

    private static Task RespondAsync(HttpContext http, PageError? error = null)
    {
        http.Response.StatusCode = error?.StatusCode ?? 204;
        return error is null ? Task.CompletedTask : WriteAsync(http, error, PageJson.Default.PageError);
    }

    private static Task WriteAsync<T>(HttpContext http, T value, JsonTypeInfo<T> type) => http.Response.WriteAsJsonAsync(value, type);

    private static string AddressOf(HttpRequest request) => $"{request.Scheme}://{request.Host}/";
}
