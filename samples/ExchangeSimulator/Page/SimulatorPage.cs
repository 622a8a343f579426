using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Binance.AlgoOrders.Testing;
using Microsoft.AspNetCore.Http;

namespace Binance.AlgoOrders.Samples;

/// <summary>
/// The page of one account at <c>/</c>: what it shows and what it does are JSON under <c>/simulator/</c>, a path that Binance does not have.
/// Every other request is the exchange's.
/// </summary>
public sealed class SimulatorPage
{
    private readonly Dictionary<(string Method, string Path), Func<HttpContext, Task>> _routes;

    /// <summary>A page for one account of an exchange.</summary>
    /// <param name="exchange">Shown and commanded.</param>
    /// <param name="account">The orders shown are its orders; what is placed by a click is its own.</param>
    public SimulatorPage(SimulatedExchange exchange, SimulatedAccount account)
    {
        var view = new StateView(exchange, account);
        var commands = new PageCommands(exchange, account);
        _routes = new()
        {
            [("GET", "/simulator/state")] = http => WriteAsync(http, view.Now(AddressOf(http.Request)), PageJson.Default.PageState),
            [("GET", "/simulator/faults")] = http => WriteAsync(http, FaultMenu.All, PageJson.Default.IReadOnlyListFaultChoice),
            [("POST", "/simulator/orders")] = http => ObeyAsync(http, PageJson.Default.PlaceCommand, commands.Place),
            [("POST", "/simulator/steps")] = http => ObeyAsync(http, PageJson.Default.StepCommand, commands.Step),
            [("POST", "/simulator/faults")] = http => ObeyAsync(http, PageJson.Default.ArmCommand, commands.Arm),
            [("DELETE", "/simulator/faults")] = http =>
            {
                exchange.Faults.Clear();
                return AnswerAsync(http);
            },
        };
        foreach ((string path, Func<HttpContext, Task> serve) in PageFiles.Routes)
        {
            _routes.Add(("GET", path), serve);
        }
    }

    /// <summary>Answers what belongs to the page, and hands everything else on.</summary>
    /// <param name="http">The request.</param>
    /// <param name="next">The exchange.</param>
    public Task ServeAsync(HttpContext http, RequestDelegate next)
    {
        string path = http.Request.Path.Value ?? "";
        if (path != "/" && !path.StartsWith("/simulator/", StringComparison.Ordinal))
        {
            return next(http);
        }

        PageGuard.SetHeaders(http.Response);
        return PageGuard.Check(http.Request) is { } refusal ? AnswerAsync(http, refusal)
            : _routes.TryGetValue((http.Request.Method, path), out Func<HttpContext, Task>? serve) ? serve(http)
            : AnswerAsync(http, new PageRefusal(404, $"The simulator has no {http.Request.Method} {path}."));
    }

    private static async Task ObeyAsync<T>(HttpContext http, JsonTypeInfo<T> type, Func<T, PageRefusal?> obey)
    {
        PageRefusal? refusal;
        try
        {
            T? command = await http.Request.ReadFromJsonAsync(type, http.RequestAborted);
            refusal = command is null ? new PageRefusal(400, "A command is a JSON object.") : obey(command);
        }
        catch (JsonException notACommand)
        {
            refusal = new PageRefusal(400, notACommand.Message);
        }
        catch (BadHttpRequestException unreadable)
        {
            refusal = new PageRefusal(unreadable.StatusCode, unreadable.Message);
        }

        await AnswerAsync(http, refusal);
    }

    private static Task AnswerAsync(HttpContext http, PageRefusal? refusal = null)
    {
        http.Response.StatusCode = refusal?.StatusCode ?? 204;
        return refusal is null ? Task.CompletedTask : WriteAsync(http, refusal, PageJson.Default.PageRefusal);
    }

    private static Task WriteAsync<T>(HttpContext http, T answer, JsonTypeInfo<T> type) => http.Response.WriteAsJsonAsync(answer, type);

    private static string AddressOf(HttpRequest request) => $"{request.Scheme}://{request.Host}/";
}
