using System.Text.Json;
using Binance.AlgoOrders.Tests.Wire;

namespace Binance.AlgoOrders.Tests.Query;

/// <summary>A member of an odd form never hides its order or the list, unless it is an id, the status or the symbol.</summary>
public class LenientOrderTests
{
    private const string ByteOrderMark = "\uFEFF";

    [Theory]
    [InlineData("icebergQuantity", "\"None\"")]
    [InlineData("price", "\"None\"")]
    [InlineData("actualPrice", "\"NaN\"")]
    [InlineData("quantity", "\" \"")]
    [InlineData("triggerPrice", "\"\\t\"")]
    [InlineData("createTime", "\" \"")]
    [InlineData("side", "\" \"")]
    [InlineData("price", "1e400")]
    [InlineData("price", "\"1e-60\"")]
    [InlineData("price", "\"0,009\"")]
    [InlineData("actualPrice", "true")]
    [InlineData("actualQty", "{\"value\":1}")]
    [InlineData("quantity", "[1]")]
    [InlineData("closePosition", "2")]
    [InlineData("priceProtect", "\"yes\"")]
    [InlineData("reduceOnly", "{}")]
    [InlineData("triggerTime", "-1")]
    [InlineData("updateTime", "\"-1\"")]
    [InlineData("goodTillDate", "-62135596800000")]
    [InlineData("createTime", "1767872015384123")]
    [InlineData("createTime", "1767872015")]
    [InlineData("updateTime", "\"1\"")]
    [InlineData("updateTime", "\"1767872015384123\"")]
    [InlineData("triggerTime", "1767872015384123456")]
    [InlineData("createTime", "1767872015384.5")]
    [InlineData("updateTime", "\"1767872015384.123\"")]
    [InlineData("goodTillDate", "0.5")]
    [InlineData("triggerTime", "\"2026-01-08T11:33:35Z\"")]
    [InlineData("side", "1")]
    [InlineData("positionSide", "0")]
    [InlineData("workingType", "2")]
    [InlineData("timeInForce", "true")]
    [InlineData("orderType", "[\"STOP\"]")]
    [InlineData("actualOrderId", "[]")]
    [InlineData("actualType", "false")]
    [InlineData("priceMatch", "\"\\uD800\"")]
    public async Task A_member_of_an_odd_form_is_null_and_its_text_is_kept(string member, string json)
    {
        AlgoOrder? order = await RecordedOrder.FindAsync(RecordedOrder.With(member, json));

        AlgoOrder? rest = await RecordedOrder.FindAsync(RecordedOrder.With(member, "null"));
        Assert.Equal(json, Assert.Contains(member, order!.Unread));
        Assert.Equal(rest, order with { Unread = rest!.Unread });
        Assert.Empty(rest.Unread);
    }

    [Theory]
    [InlineData("actualPrice", "\"0E-8\"", "\"0.00000000\"")]
    [InlineData("price", "\"9E-3\"", "\"0.009\"")]
    [InlineData("quantity", "\"5.6e+2\"", "\"560\"")]
    [InlineData("actualPrice", "0E-8", "0")]
    [InlineData("closePosition", "0", "false")]
    [InlineData("priceProtect", "1", "true")]
    [InlineData("reduceOnly", "\"0\"", "\"FALSE\"")]
    [InlineData("createTime", "1767872015384.0", "1767872015384")]
    [InlineData("updateTime", "\"1767872015384.000\"", "1767872015384")]
    [InlineData("triggerTime", "1.767872015384E12", "1767872015384")]
    [InlineData("triggerTime", "0.0", "0")]
    [InlineData("quantity", "123", "\"123\"")]
    [InlineData("createTime", "\"1767872015384\"", "1767872015384")]
    [InlineData("actualOrderId", "4905004884", "\"4905004884\"")]
    [InlineData("actualType", "5", "\"5\"")]
    [InlineData("price", "\"\"", "null")]
    [InlineData("side", "\"\"", "null")]
    [InlineData("actualOrderId", "\"\"", "null")]
    public async Task A_member_of_another_form_is_read_where_its_meaning_is_certain(string member, string json, string same)
    {
        AlgoOrder? order = await RecordedOrder.FindAsync(RecordedOrder.With(member, json));

        Assert.Equal(await RecordedOrder.FindAsync(RecordedOrder.With(member, same)), order);
        Assert.Empty(order!.Unread);
    }

    [Theory]
    [InlineData("price", "\"0.01\"")]
    [InlineData("side", "\"BUY\"")]
    [InlineData("triggerTime", "1767872015384")]
    public async Task A_repeated_member_is_null_and_its_last_text_is_kept(string member, string json)
    {
        AlgoOrder? order = await RecordedOrder.FindAsync(RecordedOrder.WithAlso($"\"{member}\":{json}"));

        Assert.Equal(await RecordedOrder.FindAsync(RecordedOrder.With(member, "null")), order! with { Unread = UnreadMembers.Of(null) });
        Assert.Equal(json, Assert.Contains(member, order!.Unread));
    }

    [Fact]
    public async Task A_member_that_is_repeated_under_an_escaped_name_is_null()
    {
        AlgoOrder? order = await RecordedOrder.FindAsync(RecordedOrder.WithAlso("\"\\u0073ide\":\"SELL\""));

        Assert.Null(order!.Side);
        Assert.Equal("\"SELL\"", Assert.Contains("side", order.Unread));
    }

    [Theory]
    [InlineData("\"future\":{\"a\":[1,{\"algoId\":7}]},\"future\":2")]
    [InlineData("\"\\uD800\":1")]
    [InlineData("\"unread\":{\"side\":\"1\"}")]
    public async Task A_member_that_is_not_known_is_ignored(string member) =>
        Assert.Equal(await RecordedOrder.FindAsync(RecordedOrder.Json), await RecordedOrder.FindAsync(RecordedOrder.WithAlso(member)));

    [Fact]
    public async Task The_list_of_the_field_is_read_whole()
    {
        string odd = RecordedOrder.Json
            .Replace("\"actualPrice\":\"0.0\"", "\"actualPrice\":\"0E-8\"", StringComparison.Ordinal)
            .Replace("\"triggerTime\":0", "\"triggerTime\":-1", StringComparison.Ordinal)
            .Replace("\"closePosition\":false", "\"closePosition\":0", StringComparison.Ordinal)
            .Replace("\"icebergQuantity\":null", "\"icebergQuantity\":\"None\"", StringComparison.Ordinal)
            .Replace("\"createTime\":1767872015384", "\"createTime\":1767872015384.0", StringComparison.Ordinal);

        IReadOnlyList<AlgoOrder> orders = await RecordedOrder.ListAsync($"[{RecordedOrder.Json},{odd}]");

        Assert.Equal(2, orders.Count);
        Assert.Equal("icebergQuantity: \"None\", triggerTime: -1", orders[1].Unread.ToString());
        Assert.Equal(orders[0], orders[1] with { Unread = orders[0].Unread });
    }

    [Fact]
    public async Task A_byte_order_mark_in_front_of_an_order_or_a_list_is_skipped()
    {
        Assert.NotNull(await RecordedOrder.FindAsync(ByteOrderMark + RecordedOrder.Json));
        Assert.Single(await RecordedOrder.ListAsync($"{ByteOrderMark}[{RecordedOrder.Json}]"));
        CancelAlgoOrderResult canceled = await RecordedOrder.CallAsync(
            ByteOrderMark + PrimaryHandlerStub.Acknowledgement,
            client => client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(2146760), TestContext.Current.CancellationToken));
        Assert.Equal(2146760, canceled.AlgoId);
    }

    [Fact]
    public async Task A_text_that_is_kept_is_bounded_and_redacted()
    {
        string key = new('k', 64);
        AlgoOrder? order = await RecordedOrder.FindAsync(RecordedOrder.With("side", $$"""{"key":"{{key}}"}"""));
        AlgoOrder? large = await RecordedOrder.FindAsync(RecordedOrder.With("side", $"[{string.Join(",", Enumerable.Repeat("12345", 20_000))}]"));

        Assert.Equal("""{"key":"***"}""", order!.Unread["side"]);
        Assert.Equal(1024, large!.Unread["side"].Length);
    }

    [Fact]
    public async Task Unread_members_compare_by_value_and_return_from_the_serializer()
    {
        string body = RecordedOrder.With("side", "1");
        AlgoOrder? first = await RecordedOrder.FindAsync(body);
        AlgoOrder? second = await RecordedOrder.FindAsync(body);

        Assert.Equal(first, second);
        Assert.Equal(first!.GetHashCode(), second!.GetHashCode());
        Assert.NotEqual(first, await RecordedOrder.FindAsync(RecordedOrder.With("side", "2")));
        Assert.Equal(first, JsonSerializer.Deserialize<AlgoOrder>(JsonSerializer.Serialize(first)));
        Assert.Equal(first, first with { Unread = new Dictionary<string, string>(StringComparer.Ordinal) { ["side"] = "1" } });
    }
}
