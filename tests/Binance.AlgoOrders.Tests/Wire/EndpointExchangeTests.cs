using System.Text.Json;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Wire;

/// <summary>Compares the request and the result of every endpoint with its exchange files. The cancel has tests of its own.</summary>
public class EndpointExchangeTests
{
    private static readonly string[] Folders = ["Find", "ListOpen", "History", "CancelAll", "Place"];

    public static TheoryData<string, string> Successes => Files("success_");

    public static TheoryData<string, string> Failures => Files("failure_");

    [Theory]
    [MemberData(nameof(Successes))]
    public async Task The_whole_request_and_the_result_are_as_recorded(string folder, string name)
    {
        using var exchange = GoldenExchange.Load(folder, name);
        using var network = new PrimaryHandlerStub(exchange.Answer);
        using AlgoOrderClient client = Client(network);

        string result = await CallAsync(client, exchange.Call.GetString()!);

        exchange.AssertSent(network);
        string expected = exchange.Expect.TryGetProperty("message", out JsonElement message)
            ? message.GetString()!
            : string.Join(',', exchange.Expect.GetProperty("algoIds").EnumerateArray());
        Assert.Equal(expected, result);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task The_whole_request_and_the_exception_are_as_recorded(string folder, string name)
    {
        using var exchange = GoldenExchange.Load(folder, name);
        using var network = new PrimaryHandlerStub(exchange.Answer);
        using AlgoOrderClient client = Client(network);

        BinanceApiException exception = await Assert.ThrowsAnyAsync<BinanceApiException>(() => CallAsync(client, exchange.Call.GetString()!));

        exchange.AssertSent(network);
        exchange.AssertExpected(exception);
    }

    private static TheoryData<string, string> Files(string prefix) =>
        [.. Folders.SelectMany(folder => GoldenExchange.Names(folder, prefix).Select(name => (folder, name.Data)))];

    private static AlgoOrderClient Client(PrimaryHandlerStub network) =>
        AlgoOrderClient.Create(TestAccount.Options(), network, new ManualTimeProvider(GoldenExchange.Now));

    private static async Task<string> CallAsync(AlgoOrderClient client, string call)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        switch (call)
        {
            case "find":
                return $"{(await client.FindAsync(AlgoOrderId.FromAlgoId(2146760), token))?.AlgoId}";
            case "listOpen":
                return string.Join(',', (await client.ListOpenAsync("ACHUSDT", token)).Select(order => order.AlgoId));
            case "cancelAll":
                return (await client.CancelAllAsync("ACHUSDT", token)).Message;
            case "place":
                var order = new NewAlgoOrder.StopMarket("ACHUSDT", OrderSide.Buy, OrderAmount.Of(600m), 0.0094000m)
                {
                    ClientAlgoId = "47Qn1gLQ29TTEJCBbQGPkb",
                    Timeout = TimeSpan.FromMilliseconds(500),
                };
                return $"{(await client.PlaceAsync(order, token)).AlgoId}";
            case "history":
                DateTimeOffset from = DateTimeOffset.FromUnixTimeMilliseconds(1591000000000);
                var query = new AlgoOrderHistoryQuery("BNBUSDT") { From = from, To = from.AddMinutes(1), PageSize = 500 };
                var ids = new List<long>();
                await foreach (AlgoOrder past in client.ListHistoryAsync(query, token))
                {
                    ids.Add(past.AlgoId);
                }

                return string.Join(',', ids);
            default:
                throw new InvalidOperationException($"There is no such call: {call}");
        }
    }
}
