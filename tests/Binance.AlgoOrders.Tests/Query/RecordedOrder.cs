using System.Net;
using System.Text;
using Binance.AlgoOrders.Tests.Wire;

namespace Binance.AlgoOrders.Tests.Query;

/// <summary>A recorded order whose members can be replaced, and a client that receives it.</summary>
internal static class RecordedOrder
{
    public const long AlgoId = 2000000183677643;
    public const string Symbol = "ACHUSDT";

    /// <summary>The members as Binance sent them, from the recorded list of open orders.</summary>
    public const string Members = """
        "algoId":2000000183677643,"clientAlgoId":"kdnykczqKjjqsCYHJaxVsk","algoType":"CONDITIONAL","orderType":"STOP","symbol":"ACHUSDT","side":"BUY","positionSide":"BOTH","timeInForce":"GTC","quantity":"560.0","algoStatus":"NEW","actualOrderId":"","actualPrice":"0.0","actualQty":"0.0","actualType":"","triggerPrice":"0.0094","price":"0.009","icebergQuantity":null,"selfTradePreventionMode":"EXPIRE_MAKER","workingType":"CONTRACT_PRICE","priceMatch":"NONE","closePosition":false,"priceProtect":false,"reduceOnly":false,"createTime":1767872015384,"updateTime":1767872015384,"triggerTime":0,"goodTillDate":0
        """;

    public static string Json { get; } = $"{{{Members}}}";

    /// <summary>Returns the recorded order with another value of a member.</summary>
    public static string With(string member, string json)
    {
        string[] members = Members.Split(',');
        int at = Array.FindIndex(members, text => text.StartsWith($"\"{member}\":", StringComparison.Ordinal));
        Assert.True(at >= 0, $"The recorded order must have {member}.");
        members[at] = $"\"{member}\":{json}";
        return $"{{{string.Join(',', members)}}}";
    }

    /// <summary>Returns the recorded order with one more member at its end.</summary>
    public static string WithAlso(string member) => $"{{{Members},{member}}}";

    public static Task<AlgoOrder?> FindAsync(string body) => CallAsync(body, client => client.FindAsync(AlgoOrderId.FromAlgoId(AlgoId), TestContext.Current.CancellationToken));

    public static Task<IReadOnlyList<AlgoOrder>> ListAsync(string body) => CallAsync(body, client => client.ListOpenAsync(Symbol, TestContext.Current.CancellationToken));

    public static async Task<T> CallAsync<T>(string body, Func<AlgoOrderClient, Task<T>> call)
    {
        using var network = new PrimaryHandlerStub(() => Response(HttpStatusCode.OK, body));
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(options => options.MaxRetryAttempts = 0), network);
        return await call(client);
    }

    private static HttpResponseMessage Response(HttpStatusCode status, string body) => new(status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
}
