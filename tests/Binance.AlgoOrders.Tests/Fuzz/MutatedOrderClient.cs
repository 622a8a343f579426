using System.Globalization;
using System.Net;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests.Wire;

namespace Binance.AlgoOrders.Tests.Fuzz;

/// <summary>
/// Makes one call, and names its claim. Every cancel and placement is lost. Queries return the first order, the first list contains all of them, and the next
/// lists are empty.
/// </summary>
/// <param name="startedAt">The time at which the call begins, in Unix milliseconds.</param>
/// <param name="orders">The orders as JSON.</param>
internal sealed class MutatedOrderClient(long startedAt, params string[] orders)
{
    private const string Lost = """{"code":-1007,"msg":"Timeout waiting for response from backend server."}""";

    private readonly ManualTimeProvider _time = new(DateTimeOffset.FromUnixTimeMilliseconds(startedAt));
    private int _lists;

    /// <summary>Returns the name of the claim of a call.</summary>
    public async Task<string> ClaimAsync(Func<AlgoOrderClient, Task<object?>> call)
    {
        using var network = new PrimaryHandlerStub((request, _) => Task.FromResult(Respond(request)));
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network, _time);
        try
        {
            return NameOf(await _time.RunAsync(call(client)));
        }
        catch (AlgoOrderException failure)
        {
            return $"{failure.GetType().Name} {failure.Execution}";
        }
    }

    private static string NameOf(object? result) => result switch
    {
        CancelAlgoOrderOutcome outcome => string.Create(CultureInfo.InvariantCulture, $"{ClaimChecker.NameOf(outcome)} {outcome.IsInactive} {OrderOf(outcome)?.AlgoId}"),
        CancelAllAlgoOrdersOutcome all => string.Join(", ", all.Orders.Select(item => $"{item.Id} {NameOf(item.Outcome)}").Prepend($"clear: {all.IsClear}")),
        AlgoOrder order => string.Create(CultureInfo.InvariantCulture, $"order {order.AlgoId} {order.Status}"),
        _ => "nothing",
    };

    private static AlgoOrder? OrderOf(CancelAlgoOrderOutcome outcome) => outcome switch
    {
        CancelAlgoOrderOutcome.Canceled canceled => canceled.Order,
        CancelAlgoOrderOutcome.Triggered triggered => triggered.Order,
        CancelAlgoOrderOutcome.Ended ended => ended.Order,
        CancelAlgoOrderOutcome.StillOpen open => open.Order,
        CancelAlgoOrderOutcome.Unknown unknown => unknown.LastSeen,
        _ => null,
    };

    private HttpResponseMessage Respond(SentRequest request) => (request.Method.Method, request.Path.Split('/')[^1]) switch
    {
        ("GET", "time") => PrimaryHandlerStub.Json(HttpStatusCode.OK, $$"""{"serverTime":{{_time.GetUtcNow().ToUnixTimeMilliseconds()}}}"""),
        ("GET", "algoOrder") => PrimaryHandlerStub.Json(HttpStatusCode.OK, orders[0]),
        ("GET", _) => PrimaryHandlerStub.Json(HttpStatusCode.OK, _lists++ == 0 ? $"[{string.Join(',', orders)}]" : "[]"),
        _ => PrimaryHandlerStub.Json(HttpStatusCode.RequestTimeout, Lost),
    };
}
