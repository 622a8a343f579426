using System.Globalization;
using Binance.AlgoOrders.Tests.Query;
using Binance.AlgoOrders.TruthCampaign;

namespace Binance.AlgoOrders.Tests.Fuzz;

/// <summary>
/// Gives members of recorded orders other forms. Every order whose ids, status and symbol are intact survives. No claim changes,
/// except that a claim about a client id or a placement may become unknown, because it depends on the times or the terms of the order.
/// <c>FUZZ_ORDERS=100000 dotnet test tests/Binance.AlgoOrders.Tests -f net10.0 --filter OrderMutationTests</c> is the long form.
/// </summary>
public class OrderMutationTests
{
    private const int Seed = 1;
    private const long AlgoId = 7;
    private const string ClientAlgoId = "my-stop";

    private static readonly int Inputs = int.Parse(Environment.GetEnvironmentVariable("FUZZ_ORDERS") ?? "2000", CultureInfo.InvariantCulture);
    private static readonly string[] States = ["NEW", "TRIGGERING", "TRIGGERED", "FINISHED", "CANCELED", "REJECTED", "EXPIRED"];
    private static readonly NewAlgoOrder Stop = new NewAlgoOrder.Stop(RecordedOrder.Symbol, OrderSide.Buy, 560m, 0.0094m, LimitPrice.At(0.009m))
    {
        ClientAlgoId = ClientAlgoId,
        Timeout = TimeSpan.FromSeconds(20),
    };

    [Fact]
    public void Every_readable_order_survives_alone_and_in_a_list()
    {
        int strict = 0;
        for (int number = 0; number < Inputs; number++)
        {
            OrderMutation mutation = OrderMutation.Of(new Dice(Seed, number), AlgoId, States[number % States.Length]);
            string story = $"Input {number}: {mutation.Json}";
            AlgoOrder? order = ReadOne(mutation.Json);
            AlgoOrderList? list = AlgoOrderReader.ReadList(System.Text.Encoding.UTF8.GetBytes($"[{OrderMutation.Record(1, "NEW")},{mutation.Json},{OrderMutation.Record(2, "NEW")}]"));

            Assert.True(list is { } && list.Orders[0].AlgoId == 1 && list.Orders[^1].AlgoId == 2, story);
            Assert.True(list.Orders.Count + list.UnreadableCount == 3 && list.UnreadableCount == Convert.ToInt32(order is null), story);
            if (mutation.HitsStrictMember)
            {
                strict++;
            }
            else
            {
                Assert.True(order is { AlgoId: AlgoId, ClientAlgoId: ClientAlgoId, Symbol: RecordedOrder.Symbol } && order.Status.Text == States[number % States.Length], story);
                Assert.True(list.Orders[1] == order, story);
            }
        }

        Assert.InRange(strict, Inputs / 10, Inputs / 2);
    }

    [Fact]
    public async Task No_claim_about_a_cancel_differs() => await CompareAsync(
        client => client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(AlgoId) with { Symbol = RecordedOrder.Symbol, Timeout = TimeSpan.FromSeconds(12) }),
        static (claim, expected) => claim == expected);

    // Without its times, an order may be another one with the same client id.
    [Fact]
    public async Task A_claim_about_a_cancel_by_client_id_is_the_same_or_unknown() => await CompareAsync(
        client => client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByClientAlgoId(ClientAlgoId) with { Symbol = RecordedOrder.Symbol, Timeout = TimeSpan.FromSeconds(12) }),
        static (claim, expected) => claim == expected || claim.StartsWith("Unknown", StringComparison.Ordinal),
        startedAt: OrderMutation.CreateTime + 1_000);

    [Fact]
    public async Task No_claim_about_all_orders_of_a_symbol_differs() => await CompareAsync(
        client => client.EnsureAllCanceledAsync(RecordedOrder.Symbol, TimeSpan.FromSeconds(20)),
        static (claim, expected) => claim == expected);

    // Without the time or the terms of an order, it may be another one with the same client id.
    [Fact]
    public async Task A_claim_about_a_placement_is_the_same_or_unknown() => await CompareAsync(
        client => client.PlaceAsync(Stop),
        static (claim, expected) => claim == expected || claim.EndsWith($" {ExecutionStatus.Unknown}", StringComparison.Ordinal));

    private static AlgoOrder? ReadOne(string json) => AlgoOrderReader.Read(System.Text.Encoding.UTF8.GetBytes(json));

    private static async Task CompareAsync<T>(Func<AlgoOrderClient, Task<T>> call, Func<string, string, bool> isAllowed, long startedAt = OrderMutation.CreateTime - 5_000)
    {
        Dictionary<string, string> expected = new(StringComparer.Ordinal);
        foreach (string state in States)
        {
            expected[state] = await new MutatedOrderClient(startedAt, OrderMutation.Record(AlgoId, state)).ClaimAsync(Call);
        }

        Assert.True(expected.Values.Distinct(StringComparer.Ordinal).Count() > 1, string.Join(Environment.NewLine, expected));
        for (int number = 0; number < Inputs / 4; number++)
        {
            string state = States[number % States.Length];
            OrderMutation mutation = OrderMutation.Of(new Dice(Seed, number), AlgoId, state);
            if (!mutation.HitsStrictMember)
            {
                string claim = await new MutatedOrderClient(startedAt, mutation.Json).ClaimAsync(Call);
                Assert.True(isAllowed(claim, expected[state]), $"Input {number}: {claim} instead of {expected[state]}: {mutation.Json}");
            }
        }

        async Task<object?> Call(AlgoOrderClient client) => await call(client);
    }
}
